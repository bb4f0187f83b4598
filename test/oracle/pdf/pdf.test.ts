import {readFileSync} from 'node:fs'
import {copyFile, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {type RunOptions, runCardpress} from '../../support/run-cardpress.ts'
import {bookmarks, linesOfPage, pagesOfText, pdfInfo, qpdfFaults, veraPdf, wordsOfPages} from './ask-pdf.ts'
import {wordsOf} from './words-of.ts'

interface CardText {
  readonly question: string
  readonly answer: string
  readonly section: string | null
  readonly options?: readonly string[]
}

/** The Kafka guide has no date of its own: without this one it would be its file's. */
const date = {SOURCE_DATE_EPOCH: '1767225600'}
const layouts = ['cheatsheet', 'guide'] as const
const papers = [...layouts, 'worksheet', 'key', 'flashcards', 'selftest', 'interviewer', 'largeprint'] as const
const sources = ['../../../source/kafka.md', '../../../source/data-engineering-toolkit.md', './fixtures/torture.md'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url))
)
const picture = fileURLToPath(new URL('../../../source/img/watermark.svg', import.meta.url))
/** What the picture of one source says to those who cannot see it: it is in the file, but not as words on the page. */
const pictureText =
  'Seven events on an axis of event time: the watermark at 12:12 has closed the window from 12:00 to 12:10, and event 7 at 12:07 arrives too late'
/** A question with diagrams and drawings, for this file alone: to draw takes time in each build. */
const drawn = readFileSync(new URL('./fixtures/diagrams.md', import.meta.url), 'utf8')
/** What a diagram is drawn from: its words are in the picture, its signs are not. */
const diagramText = 'graph LR A[Producer] -->|after| B{Broker} B --> C[(Λόγος)]'
const names = sources.map((path) => basename(path, '.md'))
const prints = names.flatMap((name) => papers.map((layout) => `${name}.${layout}.pdf`))

let folder: string
let printed: (name: string) => string
let cardsOf: (name: string) => Promise<readonly CardText[]>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-print-'))
  await copySources(folder)
  expect(await build(folder, 'out')).toBe(0)
  printed = (name) => join(folder, 'out', name)
  cardsOf = async (name) => {
    const {stdout} = await runCardpress(['cards', `${name}.md`, '--json'], {cwd: folder})
    return (JSON.parse(stdout) as {cards: readonly CardText[]}).cards
  }
})

afterAll(() => rm(folder, {recursive: true, force: true}))

judgedBy('verapdf')(
  'every layout of every guide is PDF/UA-1',
  () => {
    const paths = prints.map((name) => printed(name))
    expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
  },
  300_000
)

judgedBy('qpdf')('every file is sound to its last byte', () => {
  expect(prints.map((name) => qpdfFaults(printed(name)))).toEqual(prints.map(() => ''))
})

judgedBy('poppler')('a file says what it is: title, author, tags, dates of the guide', () => {
  expect(pdfInfo(printed('torture.guide.pdf'))).toMatchObject({
    Title: 'Every construct, "quoted" & <angled>',
    Author: 'Ada Ö. Example',
    Subject: '13 questions',
    Keywords: 'print, torture',
    Creator: 'cardpress',
    CreationDate: '2026-02-03T00:00:00Z',
    ModDate: '2026-02-03T00:00:00Z',
    Tagged: 'yes',
    JavaScript: 'no',
    Encrypted: 'no'
  })
})

judgedBy('poppler')('the text of every card is in the file, in order', async () => {
  for (const name of names) {
    const cards = await cardsOf(name)
    expect(cards.length).toBeGreaterThan(10)
    for (const layout of layouts) {
      const path = printed(`${name}.${layout}.pdf`)
      const text = wordsOf(withoutFurniture(pagesOfText(path), pdfInfo(path).Title ?? '', cards).join(''))
      let from = text.lastIndexOf(wordsOf(cards[0]?.question ?? '')) // In a guide the contents come first.
      const starts = cards.map(({question}) => {
        const at = text.indexOf(wordsOf(question), from)
        expect([question, at >= from && at !== -1]).toEqual([question, true])
        from = at
        return at
      })
      for (const [index, {question, answer, options = []}] of cards.entries()) {
        const own = text.slice(starts[index], starts[index + 1])
        const lost = [answer, ...options]
          .flatMap((part) => plainWords(part.replaceAll(pictureText, '').replaceAll(diagramText, '')))
          .filter((word) => !own.includes(word))
        expect([question, lost]).toEqual([question, []])
      }
    }
  }
})

judgedBy('poppler', 'qpdf')('bookmarks name every section and question and lead to their pages', async () => {
  for (const name of names) {
    const cards = await cardsOf(name)
    for (const layout of layouts) {
      const path = printed(`${name}.${layout}.pdf`)
      const text = pagesOfText(path).map(wordsOf)
      const [title, ...rest] = bookmarks(path)
      expect(title).toMatchObject({page: 1, depth: 0})
      const questions = rest.filter((mark) => /^\d+ /.test(mark.title))
      expect(questions.map((mark) => wordsOf(mark.title))).toEqual(cards.map(({question}, index) => wordsOf(`${index + 1}${question}`)))
      for (const {title: said, page} of questions) expect([said, text[page - 1]?.includes(wordsOf(said))]).toEqual([said, true])
    }
  }
})

judgedBy('poppler', 'qpdf')('the numbers in the contents are the pages that the questions are on', () => {
  for (const name of names) {
    const path = printed(`${name}.guide.pdf`)
    const marks = bookmarks(path)
    const contentsEnd = Math.min(...marks.filter(({title}) => /^1 /.test(title)).map(({page}) => page))
    const lines = Array.from({length: contentsEnd - 1}, (_, index) => linesOfPage(path, index + 1)).flat()
    const numbers = lines.flatMap((line) => (/\S\s+(\d+)$/.test(line) && !/ \/ \d+$/.test(line) ? [Number(/(\d+)$/.exec(line)?.[1])] : []))
    expect(numbers).toEqual(marks.slice(2).map(({page}) => page))
  }
})

judgedBy('poppler', 'qpdf')('the key says on which page of the worksheet a question stands', () => {
  for (const name of names) {
    const asked = bookmarks(printed(`${name}.worksheet.pdf`)).filter(({title}) => /^\d+ /.test(title))
    const text = pagesOfText(printed(`${name}.key.pdf`)).join(' ')
    const cited = [...text.matchAll(/(?:^| )(\d+) page (\d+) /g)].map(([, number, page]) => [Number(number), Number(page)])
    expect(cited).toEqual(asked.map(({page}, index) => [index + 1, page]))
  }
})

judgedBy('poppler')('both sides of a flashcard meet within 0.2 mm when the sheet is turned over its long edge', () => {
  const path = printed('kafka.flashcards.pdf')
  const labels = wordsOfPages(path, /^[A-Z0-9]{3}$/)
  const width = 595.28
  const card = width / 2
  let compared = 0
  for (let page = 0; page + 1 < labels.length; page += 2) {
    for (const {text, left, top} of labels[page] ?? []) {
      const behind = labels[page + 1]?.find((word) => word.text === text && Math.abs(word.top - top) < 20)
      if (!behind) continue // The card of a long answer that goes on bears the label too.
      // A label stands in the same corner of its own side: from the left edge of the cell, which is mirrored.
      const mirrored = left < card ? left + card : left - card
      expect(Math.abs(behind.left - mirrored) * (25.4 / 72)).toBeLessThan(0.2)
      expect(Math.abs(behind.top - top) * (25.4 / 72)).toBeLessThan(0.2)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(20)
})

judgedBy('poppler')('no word leaves its page or crosses from column to column', () => {
  const mm = 72 / 25.4
  const column = (190 - 2 * 6) / 3
  const gaps = [1, 2].map((count) => (10 + count * column + (count - 0.5) * 6) * mm)
  for (const name of names) {
    const words = wordsOfPages(printed(`${name}.cheatsheet.pdf`), /./).flatMap((page, index) =>
      // The title and the running heads stand above the columns.
      page.filter(({top}) => top > (index === 0 ? 20 : 9) * mm && top < 284 * mm)
    )
    expect(words.length).toBeGreaterThan(100)
    const astray = words.filter(({left, right}) => right > 200.5 * mm || gaps.some((gap) => left < gap - 1 && right > gap + 1))
    expect([name, astray.map(({text}) => text)]).toEqual([name, []])
  }
})

judgedBy()('the same sources print to the same bytes elsewhere, in another zone and language', async () => {
  const other = await mkdtemp(join(tmpdir(), 'cardpress print é '))
  try {
    await copySources(other)
    await copyFile(join(folder, 'cardpress.lock.json'), join(other, 'cardpress.lock.json'))
    expect(await build(other, 'elsewhere', {...date, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8'})).toBe(0)
    for (const name of prints) {
      const [first, second] = await Promise.all([readFile(printed(name)), readFile(join(other, 'elsewhere', name))])
      expect([name, first.equals(second)]).toEqual([name, true])
    }
  } finally {
    await rm(other, {recursive: true, force: true})
  }
})

async function copySources(target: string): Promise<void> {
  await mkdir(join(target, 'img'))
  await Promise.all([
    ...sources.map(async (path) =>
      writeFile(join(target, basename(path)), (await readFile(path, 'utf8')) + (path.endsWith('torture.md') ? drawn : ''))
    ),
    copyFile(picture, join(target, 'img', basename(picture)))
  ])
}

async function build(cwd: string, out: string, env: RunOptions['env'] = date): Promise<number> {
  const files = sources.map((path) => basename(path))
  const {code, stderr} = await runCardpress([...files, '--pdf', '--layout', papers.join(','), '--out', out, '--quiet'], {cwd, env})
  if (code !== 0) process.stderr.write(stderr)
  return code
}

/** Running heads and feet are written last on each page; the words of a sentence that goes on must meet. */
function withoutFurniture(pages: readonly string[], title: string, cards: readonly CardText[]): readonly string[] {
  const sections = ['', ...new Set(cards.map(({section}) => section ?? ''))]
  return pages.map((page) => {
    const text = page
      .slice(0, Math.max(0, page.lastIndexOf(title)))
      .trimEnd()
      .replace(/ \d+(?:–\d+)?$/, '')
    const section = sections.filter((name) => text.endsWith(name)).toSorted((a, b) => b.length - a.length)[0] ?? ''
    return text.slice(0, text.length - section.length)
  })
}

/** Words and numbers; formulas are set in two dimensions and not looked at. */
function plainWords(text: string): readonly string[] {
  return text
    .replace(/\$\$?[^$]*\$\$?/g, ' ')
    .split(/\s+/)
    .map(wordsOf)
}
