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
import {type CardText, missingWords, partsIn, textOfCards} from './missing-words.ts'
import {wordsOf} from './words-of.ts'

const env = {SOURCE_DATE_EPOCH: '1767225600'}
const names = ['kafka', 'torture', 'large'] as const
/** As many as in READMEs that people print; veraPDF takes minutes for them. */
const questions = process.env.CARDPRESS_FULL ? 400 : 60
/** Layouts that tell the whole guide, and not what has changed in it. */
const printed = layouts.filter(({changes}) => !changes).map(({name}) => name)
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
  await build('--layout', printed.join(','))
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
      ...printed.map((name) => pathOf('large', name)),
      ...names.flatMap((name) => ['guide', 'largeprint'].map((layout) => pathOf(name, layout, 'end')))
    ]
    expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
    expect(paths.map(qpdfFaults)).toEqual(paths.map(() => ''))
  },
  400_000
)

describe.each(names)('%s', (name) => {
  judgedBy('poppler').for(telling)('the text of every card is in the %s, in order', (layout) => {
    expectInOrder(name, textOfCards(pathOf(name, layout)), partsIn(layout))
  })

  judgedBy('poppler')('the questions and options of every card are on the worksheet, in order', () => {
    expectInOrder(name, textOfCards(pathOf(name, 'worksheet')), ({options = []}) => options)
  })

  judgedBy('poppler')(
    'fronts have the questions in order, and a screen reader reads each question with its answer',
    () => {
      const path = pathOf(name, 'flashcards')
      // A sheet of backs follows each of fronts; on the paper no card stands in one go.
      const fronts = pagesOfText(path).filter((_, index) => index % 2 === 0)
      expectInOrder(name, fronts.join(''), ({options = []}) => options, false)
      expectInOrder(name, textInTagOrder(path), partsIn('flashcards'), false)
    },
    300_000 // poppler takes a minute to read the tags of 400 cards.
  )

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

function expectInOrder(name: string, text: string, partsOf: (card: CardText) => readonly string[], isNumbered = true): void {
  const all = cards.get(name) ?? []
  expect(all.length).toBeGreaterThan(10)
  expect(missingWords(text, all, {isNumbered, partsOf})).toEqual([])
}
