import {copyFile, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect} from 'vitest'
import {layouts} from '../../../src/render/pdf/layouts.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {bookmarks, linesOfPage, pagesOfText, qpdfFaults, textInTagOrder, veraPdf} from './ask-pdf.ts'
import {largeReadme} from './large-readme.ts'
import {wordsOf} from './words-of.ts'

interface CardText {
  readonly question: string
  readonly answer: string
  readonly options?: readonly string[]
}

const env = {SOURCE_DATE_EPOCH: '1767225600'}
const names = ['kafka', 'torture', 'large'] as const
/** As many as in READMEs that people print; veraPDF takes minutes for them. */
const questions = process.env.CARDPRESS_FULL ? 400 : 60
/** Layouts that tell a card in one go: the question, then its answer. */
const telling = ['cheatsheet', 'guide', 'key', 'selftest', 'interviewer', 'largeprint'] as const

let folder: string
const cards = new Map<string, readonly CardText[]>()
const pathOf = (name: string, layout: string, out = 'out') => join(folder, out, `${name}.${layout}.pdf`)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-references-'))
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  await copyFile(at('../../../source/kafka.md'), join(folder, 'kafka.md'))
  await copyFile(at('./fixtures/torture.md'), join(folder, 'torture.md'))
  await writeFile(join(folder, 'large.md'), largeReadme(questions))
  const files = names.map((name) => `${name}.md`)
  const build = async (...args: readonly string[]) => {
    const {code, stderr} = await runCardpress([...files, '--pdf', '--quiet', ...args], {cwd: folder, env})
    expect([code, stderr]).toEqual([0, ''])
  }
  await build('--layout', layouts.map(({name}) => name).join(','))
  await build('--layout', 'guide,largeprint', '--answers', 'end', '--out', 'end')
  for (const name of names) {
    const {stdout} = await runCardpress(['cards', `${name}.md`, '--json'], {cwd: folder})
    cards.set(name, (JSON.parse(stdout) as {cards: readonly CardText[]}).cards)
  }
}, 400_000)

afterAll(() => rm(folder, {recursive: true, force: true}))

judgedBy('verapdf', 'qpdf')(
  'every layout of a large README, and guides with answers at the end, are PDF/UA-1 and sound',
  () => {
    expect(cards.get('large')).toHaveLength(questions)
    const paths = [
      ...layouts.map(({name}) => pathOf('large', name)),
      ...names.flatMap((name) => ['guide', 'largeprint'].map((layout) => pathOf(name, layout, 'end')))
    ]
    expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
    expect(paths.map(qpdfFaults)).toEqual(paths.map(() => ''))
  },
  400_000
)

describe.each(names)('%s', (name) => {
  judgedBy('poppler').for(telling)('the text of every card is in the %s, in order', (layout) => {
    expectInOrder(
      name,
      wordsOf(pagesOfText(pathOf(name, layout)).join('')),
      ({answer, options = []}) => (layout === 'key' ? [answer] : [answer, ...options]) // Of choices it names the right one.
    )
  })

  judgedBy('poppler')('the questions and options of every card are on the worksheet, in order', () => {
    expectInOrder(name, wordsOf(pagesOfText(pathOf(name, 'worksheet')).join('')), ({options = []}) => options)
  })

  judgedBy('poppler')('fronts have the questions in order, and a screen reader reads each question with its answer', () => {
    const path = pathOf(name, 'flashcards')
    // A sheet of backs follows each of fronts; on the paper no card stands in one go.
    const fronts = pagesOfText(path).filter((_, index) => index % 2 === 0)
    expectInOrder(name, wordsOf(fronts.join('')), ({options = []}) => options)
    expectInOrder(name, wordsOf(textInTagOrder(path)), ({answer, options = []}) => [answer, ...options])
  })

  judgedBy('poppler', 'qpdf').for(['out guide', 'out largeprint', 'end guide', 'end largeprint'])(
    'every number in the contents is the page of its question or section (%s)',
    (which) => {
      const [out = '', layout = ''] = which.split(' ')
      const path = pathOf(name, layout, out)
      const texts = pagesOfText(path).map(wordsOf)
      const marks = bookmarks(path).slice(2) // The title and the contents.
      const told = marks.findIndex(({title}) => title === 'Key')
      const listed = told === -1 ? marks : marks.slice(0, told + 1)
      const first = Math.min(...listed.map(({page}) => page))
      const lines = Array.from({length: first - 1}, (_, index) => linesOfPage(path, index + 1)).flat()
      const numbers = lines.flatMap((line) =>
        /\S\s+\d+$/.test(line) && !/\d \/ \d+$/.test(line) ? [Number(/(\d+)$/.exec(line)?.[1])] : []
      )
      expect(numbers).toEqual(listed.map(({page}) => page))
      for (const {title, page} of listed) expect([title, texts[page - 1]?.includes(wordsOf(title))]).toEqual([title, true])
    }
  )

  judgedBy('poppler', 'qpdf')('the key says on which page of the worksheet each question stands', () => {
    const texts = pagesOfText(pathOf(name, 'worksheet')).map(wordsOf)
    const cited = [
      ...pagesOfText(pathOf(name, 'key'))
        .join(' ')
        .matchAll(/(?:^| )(\d+) page (\d+) /g)
    ]
    const all = cards.get(name) ?? []
    expect(cited.map(([, number]) => Number(number))).toEqual(all.map((_, index) => index + 1))
    for (const [index, {question}] of all.entries()) {
      const page = Number(cited[index]?.[2])
      expect([question, texts[page - 1]?.includes(wordsOf(`${index + 1}${question}`))]).toEqual([question, true])
    }
  })

  judgedBy('poppler', 'qpdf').for(['guide', 'largeprint'])(
    'with answers at the end of the %s, question and answer name the page of each other',
    (layout) => {
      const path = pathOf(name, layout, 'end')
      const text = pagesOfText(path).join(' ')
      const marks = bookmarks(path).slice(2)
      const end = marks.findIndex(({title}) => title === 'Key')
      const asked = marks.slice(0, end).filter(({title}) => /^\d+ /.test(title))
      const answered = marks.slice(end + 1)
      expect(answered.map(({title}) => title)).toEqual(asked.map(({title}) => title))
      expect([...text.matchAll(/Key, page (\d+)/g)].map(([, page]) => Number(page))).toEqual(answered.map(({page}) => page))
      const behind = text.slice(text.lastIndexOf('Key, page'))
      expect([...behind.matchAll(/\? page (\d+)/g)].map(([, page]) => Number(page))).toEqual(asked.map(({page}) => page))
    }
  )
})

/** Looks for each question behind the one before, and between the two for every word of `partsOf`. */
function expectInOrder(name: string, text: string, partsOf: (card: CardText) => readonly string[]): void {
  const all = cards.get(name) ?? []
  expect(all.length).toBeGreaterThan(10)
  let from = text.lastIndexOf(wordsOf(all[0]?.question ?? '')) // Where there are contents they come first.
  const starts = all.map(({question}) => {
    const at = text.indexOf(wordsOf(question), from)
    expect([question, at !== -1]).toEqual([question, true])
    from = at
    return at
  })
  for (const [index, card] of all.entries()) {
    const own = text.slice(starts[index], starts[index + 1])
    const lost = partsOf(card)
      .flatMap(plainWords)
      .filter((word) => !own.includes(word))
    expect([card.question, lost]).toEqual([card.question, []])
  }
}

/** Words and numbers; formulas are set in two dimensions and not looked at. */
function plainWords(text: string): readonly string[] {
  return text
    .replace(/\$\$?[^$]*\$\$?/g, ' ')
    .split(/\s+/)
    .map(wordsOf)
}
