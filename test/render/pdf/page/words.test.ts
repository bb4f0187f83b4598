import {readdir, readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {countQuestions, type Words, wordsLanguage} from '../../../../src/render/pdf/page/words.ts'

const folder = new URL('../../../../templates/pdf/words/', import.meta.url)

async function words(language: string): Promise<Words> {
  return JSON.parse(await readFile(new URL(`${language}.json`, folder), 'utf8'))
}

test('every language has every word', async () => {
  const names = await readdir(folder)
  expect(names.length).toBe(10)
  const wanted = Object.keys(await words('en'))
  for (const name of names) {
    const language = name.replace('.json', '')
    expect([language, wordsLanguage(language), Object.keys(await words(language))]).toEqual([language, language, wanted])
  }
})

test('wordsLanguage() takes a region for its language, and English for what it does not speak', () => {
  expect(['de-AT', 'PT-br', 'tlh', ''].map(wordsLanguage)).toEqual(['de', 'pt', 'en', 'en'])
})

test('countQuestions() bends words as the language does', async () => {
  const [english, polish] = await Promise.all([words('en'), words('pl')])
  expect([1, 2].map((count) => countQuestions(count, english, 'en'))).toEqual(['1 question', '2 questions'])
  expect([1, 3, 12].map((count) => countQuestions(count, polish, 'pl'))).toEqual(['1 pytanie', '3 pytania', '12 pytań'])
})
