import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {bookmarks, pagesOfText, qpdfFaults, veraPdf, wordsOfPages} from './ask-pdf.ts'
import {wordsOf} from './words-of.ts'

const env = {SOURCE_DATE_EPOCH: '1767225600'}
/** Long enough for three pages of lines, so that a blank has to follow. */
const quiz = Array.from(
  {length: 14},
  (_, index) =>
    `## ${index + 1}. Which word is number ${index + 1}?\n\n- [ ] alpha${index}\n- [x] right${index}\n- [ ] gamma${index}\n- [ ] All of the above\n`
)
const open = Array.from(
  {length: 9},
  (_, index) => `## ${index + 15}. Why is thing ${index} so?\n\n${'Because of many reasons that take words. '.repeat(9)}\n`
)

/** Of a flashcard in points: four below each other on A4. */
const cardHeight = (297 / 4 / 25.4) * 72

let folder: string
const pdf = (name: string) => join(folder, 'out', name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-sets-'))
  await writeFile(join(folder, 'quiz.md'), `# Quiz\n\n${[...quiz, ...open].join('\n')}`)
  await writeFile(join(folder, 'people.csv'), 'name,mail\nAda Lovelace,a\nGrace Hopper,b\nЛев Толстой,c\n')
  const sets = ['quiz.md', '--pdf', '--layout', 'worksheet,key', '--sets', 'A,B', '--seed', '7']
  expect((await runCardpress([...sets, '--layout', 'flashcards'], {cwd: folder, env})).code).toBe(0)
  expect((await runCardpress([...sets, '--names', 'people.csv'], {cwd: folder, env})).code).toBe(0)
})

afterAll(() => rm(folder, {recursive: true, force: true}))

judgedBy('verapdf', 'qpdf')('versions and copies are PDF/UA-1 and sound', () => {
  const paths = ['worksheet.A', 'worksheet.B', 'key.A', 'key.B', 'worksheet.names'].map((name) => pdf(`quiz.${name}.pdf`))
  expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
  expect(paths.map(qpdfFaults)).toEqual(paths.map(() => ''))
})

judgedBy('poppler')('each key says the right page and the right letter of the worksheet of its version', () => {
  const orders = ['A', 'B'].map((version) => {
    const sheet = pagesOfText(pdf(`quiz.worksheet.${version}.pdf`))
    const key = pagesOfText(pdf(`quiz.key.${version}.pdf`)).join(' ')
    const entries = [...key.matchAll(/(\d+) page (\d+) Which word is number (\d+)\?.*?([A-D]) right(\d+)/g)]
    expect(entries).toHaveLength(14)
    for (const [, number, page, word, letter, right] of entries) {
      expect(Number(right)).toBe(Number(word) - 1)
      const text = sheet[Number(page) - 1] ?? ''
      expect(text).toMatch(new RegExp(`(?:^| )${number} Which word is number ${word}\\?`))
      expect(sheet.join(' ')).toMatch(new RegExp(`${letter} right${right}\\b`))
      expect(text).toContain(`Quiz · ${version}`)
    }
    for (const [all] of sheet.join(' ').matchAll(/☐ [A-D] All of the above/g)) expect(all).toBe('☐ D All of the above')
    return entries.map(([, , , word]) => word).join(' ')
  })
  expect(orders[0]).not.toBe(orders[1])
})

judgedBy('poppler')('each flashcard says of which version it is', () => {
  for (const version of ['A', 'B']) {
    const words = wordsOfPages(pdf(`quiz.flashcards.${version}.pdf`), new RegExp(`^${version}$`)).flat()
    const atFoot = words.filter(({top}) => top % cardHeight > cardHeight - 30) // Choices have letters too.
    expect(atFoot).toHaveLength(2 * 23)
  }
})

judgedBy('poppler')('every person has all questions, with name and version on each page, beginning on a right-hand page', () => {
  const pages = pagesOfText(pdf('quiz.worksheet.names.pdf')).slice(0, -1)
  const people = [
    ['Ada Lovelace', 'A'],
    ['Grace Hopper', 'B'],
    ['Лев Толстой', 'A']
  ] as const
  for (const [person, version] of people) {
    const own = pages.flatMap((page, index) => (page.includes(`Quiz · ${version} · ${person}`) ? [index + 1] : []))
    const alone = pagesOfText(pdf(`quiz.worksheet.${version}.pdf`)).slice(0, -1)
    expect(own).toHaveLength(alone.length)
    expect((own[0] ?? 0) % 2).toBe(1)
    const text = own.map((number) => pages[number - 1]).join(' ')
    const asked = text.match(/(?:Which word is number|Why is thing) \d+/g) ?? []
    expect(asked).toEqual(alone.join(' ').match(/(?:Which word is number|Why is thing) \d+/g))
    expect(text).toContain(`1 / ${alone.length}`)
  }
  expect(
    bookmarks(pdf('quiz.worksheet.names.pdf'))
      .filter(({depth}) => depth === 0)
      .map(({title}) => title)
  ).toEqual(people.map(([person, version]) => `Quiz · ${version} · ${person}`))
})

judgedBy('poppler', 'verapdf')(
  'a book has its chapters in order, links that say the right page, and decks that are those of the files alone',
  async () => {
    const notes = await mkdtemp(join(folder, 'book-'))
    const filler = (name: string) =>
      Array.from({length: 30}, (_, index) => `## What is ${name} ${index}?\n\nIt is ${name} ${index}, and nothing else at all.\n`)
    await writeFile(
      join(notes, 'a.md'),
      `# First\n\n${filler('apple').join('\n')}\n## Where is more?\n\nSee [the last pear](b.md#what-is-pear-29).\n`
    )
    await writeFile(join(notes, 'b.md'), `# Second\n\n${filler('pear').join('\n')}`)
    await writeFile(join(notes, 'SUMMARY.md'), '- [Two](b.md)\n- [One](a.md)\n')
    const apart = ['.', '--anki', '--csv', '--out', '../apart']
    expect((await runCardpress(apart, {cwd: notes, env})).code).toBe(0)
    const run = await runCardpress(['.', '--as-one', '--title', 'Fruit', '--layout', 'guide', '--out', '../one'], {cwd: notes, env})
    expect(run).toMatchObject({code: 0, stderr: ''})
    for (const name of ['a.apkg', 'b.apkg', 'a.csv', 'b.csv'])
      expect([name, await readFile(join(folder, 'one', name), 'hex')]).toEqual([name, await readFile(join(folder, 'apart', name), 'hex')])
    const path = join(folder, 'one', `${notes.split('/').at(-1)}.guide.pdf`)
    expect(veraPdf([path])).toEqual([`PASS ${path} ua1`])
    expect(
      bookmarks(path)
        .filter(({depth, title}) => depth === 1 && !/^\d/.test(title))
        .map(({title}) => title)
    ).toEqual(['Contents', 'Second', 'First'])
    const pages = pagesOfText(path).map(wordsOf)
    const said = Number(/the last pear \(page.(\d+)\)/.exec(pagesOfText(path).join(' '))?.[1])
    expect(pages[said - 1]).toContain(wordsOf('It is pear 29, and nothing else'))
  }
)

judgedBy('poppler')('a link within a guide says its page, on cards the number of the question', async () => {
  const notes = await mkdtemp(join(folder, 'links-'))
  const filler = Array.from({length: 40}, (_, index) => `## What is word ${index}?\n\nIt is word ${index}, and nothing else at all.\n`)
  await writeFile(join(notes, 'a.md'), `# Words\n\n## Where is more?\n\nSee [the last](#what-is-word-39).\n\n${filler.join('\n')}`)
  const layouts = ['guide', 'cheatsheet', 'flashcards']
  expect((await runCardpress(['a.md', '--pdf', '--layout', layouts.join(',')], {cwd: notes, env})).code).toBe(0)
  const [guide = [], sheet = [], cards = []] = layouts.map((layout) => pagesOfText(join(notes, 'out', `a.${layout}.pdf`)))
  for (const pages of [guide, sheet]) {
    const said = Number(/See the last \(page.(\d+)\)/.exec(pages.join(' '))?.[1])
    expect(pages[said - 1]).toContain('It is word 39, and')
  }
  expect(cards.join(' ')).toContain('See the last (41).')
})
