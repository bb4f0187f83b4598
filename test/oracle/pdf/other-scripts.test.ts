import {copyFile, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {bookmarks, fontsOf, type PlacedWord, textAsRead, veraPdf, wordsOfPages} from './ask-pdf.ts'
import {wordsOf} from './words-of.ts'

const isFull = Boolean(process.env.CARDPRESS_FULL)
const layouts = isFull
  ? ['cheatsheet', 'guide', 'worksheet', 'key', 'flashcards', 'selftest', 'interviewer', 'largeprint']
  : ['cheatsheet', 'guide', 'flashcards', 'selftest']
const sources = ['arabic', 'hebrew'].map((name) => fileURLToPath(new URL(`fixtures/${name}.md`, import.meta.url)))
const prints = ['arabic', 'hebrew'].flatMap((name) => layouts.map((layout) => `${name}.${layout}.pdf`))
const WIDTH = 595.28

let folder: string
let stderr: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-scripts-'))
  await Promise.all(sources.map((path) => copyFile(path, join(folder, basename(path)))))
  const files = sources.map((path) => basename(path))
  const run = await runCardpress([...files, '--pdf', '--layout', layouts.join(','), '--out', '.', '--quiet'], {cwd: folder})
  stderr = run.stderr
  expect(run.code).toBe(0)
})

afterAll(() => rm(folder, {recursive: true, force: true}))

judgedBy('verapdf')('pages from right to left are PDF/UA-1', () => {
  const paths = prints.map((name) => join(folder, name))
  expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
})

judgedBy('qpdf')('fonts for Arabic and Hebrew come from packages beside cardpress, and nothing is warned of then', () => {
  expect(stderr).toBe('')
  const own = /^(?:SourceSans3|SourceCodePro|NotoSansMath|DejaVuSansMono|NotoEmoji|Vazirmatn|NotoSansHebrew)-/
  const others = prints.flatMap((name) => fontsOf(join(folder, name)).filter((font) => !own.test(font)))
  expect(others).toEqual([])
  expect(fontsOf(join(folder, 'arabic.guide.pdf'))).toEqual(expect.arrayContaining([expect.stringMatching(/^Vazirmatn/)]))
})

judgedBy('poppler')('every word of Arabic and Hebrew cards is in the file, its letters in the order in which they are said', async () => {
  for (const name of ['arabic', 'hebrew']) {
    const {stdout} = await runCardpress(['cards', `${name}.md`, '--json'], {cwd: folder})
    const {cards} = JSON.parse(stdout) as {cards: readonly {question: string; answer: string; options?: readonly string[]}[]}
    const text = wordsOf(textAsRead(join(folder, `${name}.guide.pdf`)))
    const words = cards
      .flatMap(({question, answer, options = []}) => [question, answer, ...options])
      .flatMap((side) => side.replace(/\$\$?[^$]*\$\$?|\[!NOTE\]/g, ' ').split(/\s+/))
      .map(wordsOf)
    expect(words.length).toBeGreaterThan(80)
    expect(words.filter((word) => !has(text, word))).toEqual([])
  }
})

judgedBy('poppler')('columns and questions begin at the right, numbers hang there, code runs from left to right', () => {
  const [sheet = []] = wordsOfPages(join(folder, 'arabic.cheatsheet.pdf'), /./)
  const numbers = ['1', '2', '5'].map((number) => find(sheet, number).left)
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  expect(find(sheet, '1').left).toBeGreaterThan(WIDTH * 0.9)
  expect(find(sheet, '--create').left).toBeGreaterThan(find(sheet, 'kafka-topics.sh', '--create').left)
  const [test = []] = wordsOfPages(join(folder, 'arabic.selftest.pdf'), /./)
  expect(find(test, 'QV4').left).toBeGreaterThan(WIDTH / 2)
  expect(find(test, '--create').right).toBeLessThan(WIDTH / 2)
})

judgedBy('poppler')('no word from right to left leaves its page or crosses from column to column', () => {
  const mm = 72 / 25.4
  const gaps = [1, 2].map((count) => (10 + count * ((190 - 12) / 3) + (count - 0.5) * 6) * mm)
  for (const name of ['arabic', 'hebrew']) {
    const [words = []] = wordsOfPages(join(folder, `${name}.cheatsheet.pdf`), /./)
    const inColumns = words.filter(({top}) => top > 20 * mm && top < 284 * mm)
    expect(inColumns.length).toBeGreaterThan(50)
    const astray = inColumns.filter(
      ({left, right}) => left < 9.5 * mm || right > 200.5 * mm || gaps.some((gap) => left < gap - 1 && right > gap + 1)
    )
    expect([name, astray.map(({text}) => text)]).toEqual([name, []])
  }
})

judgedBy('poppler')('both sides of an Arabic flashcard meet when the sheet is turned over its long edge', () => {
  const [fronts = [], backs = []] = wordsOfPages(join(folder, 'arabic.flashcards.pdf'), /^[A-Z0-9]{3}$/)
  const card = WIDTH / 2
  expect(fronts.length).toBe(7)
  for (const {text, left, top} of fronts) {
    const behind = backs.find((word) => word.text === text && Math.abs(word.top - top) < 20)
    expect(Math.abs((behind?.left ?? 0) - (left < card ? left + card : left - card))).toBeLessThan(0.5)
  }
  expect(find(fronts, 'QV4').left).toBeGreaterThan(card)
})

judgedBy('qpdf')('bookmarks of an Arabic guide have its questions, in order', () => {
  const titles = bookmarks(join(folder, 'arabic.guide.pdf')).map(({title}) => title)
  expect(titles.slice(0, 4)).toEqual(['أسئلة عن Kafka', 'المحتويات', 'المفاهيم الأساسية', '1 ما هو الموضوع (topic) في Kafka؟'])
})

/** Whether a text has a word. Poppler takes a lam joined with an alef apart from left to right. */
function has(text: string, word: string): boolean {
  return text.includes(word) || text.includes(word.replace(/ل([اأإآ])/g, '$1ل'))
}

/** @param before - On the same line as this word. */
function find(words: readonly PlacedWord[], text: string, before?: string): PlacedWord {
  const other = before === undefined ? undefined : find(words, before)
  const found = words.find((word) => word.text === text && (other === undefined || Math.abs(word.top - other.top) < 2))
  if (!found) throw new RangeError(`Expected the word ${text} on the page`)
  return found
}
