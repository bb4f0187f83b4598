import {readdir, readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {countQuestions, type Words, wordsLanguage} from '../../../../src/render/pdf/page/words.ts'

const folder = new URL('../../../../templates/pdf/words/', import.meta.url)

async function words(language: string): Promise<Words> {
  return JSON.parse(await readFile(new URL(`${language}.json`, folder), 'utf8'))
}

test('every language has every word', async () => {
  const names = await readdir(folder)
  expect(names.length).toBe(17)
  const english = await words('en')
  const wanted = Object.keys(english)
  for (const name of names) {
    const language = name.replace('.json', '')
    const own = await words(language)
    expect([language, wordsLanguage(language), Object.keys(own)]).toEqual([language, language, wanted])
    expect([language, Object.keys(own.alerts ?? {})]).toEqual([language, Object.keys(english.alerts ?? {})])
    expect(Object.values(own).filter((word) => word === '')).toEqual([])
  }
})

test('every language has a form of "12 questions" for each of its plurals', async () => {
  for (const name of await readdir(folder)) {
    const language = name.replace('.json', '')
    const plurals = new Intl.PluralRules(language)
    const wanted = new Set(Array.from({length: 200}, (_, count) => plurals.select(count)))
    expect([language, Object.keys((await words(language)).questions)]).toEqual([language, expect.arrayContaining([...wanted])])
  }
})

test('wordsLanguage() takes a region for its language, and English for what it does not speak', () => {
  expect(['de-AT', 'PT-br', 'tlh', ''].map(wordsLanguage)).toEqual(['de', 'pt', 'en', 'en'])
  expect(['zh', 'zh-CN', 'zh-Hans-HK', 'zh-tw', 'zh-Hant'].map(wordsLanguage)).toEqual(['zh', 'zh', 'zh', 'zh-Hant', 'zh-Hant'])
})

test('countQuestions() bends words as the language does', async () => {
  const [english, polish, arabic] = await Promise.all([words('en'), words('pl'), words('ar')])
  expect([1, 2].map((count) => countQuestions(count, english, 'en'))).toEqual(['1 question', '2 questions'])
  expect([1, 3, 12].map((count) => countQuestions(count, polish, 'pl'))).toEqual(['1 pytanie', '3 pytania', '12 pytań'])
  expect([1, 2, 3, 11, 100].map((count) => countQuestions(count, arabic, 'ar'))).toEqual([
    'سؤال واحد',
    'سؤالان',
    '3 أسئلة',
    '11 سؤالًا',
    '100 سؤال'
  ])
})
