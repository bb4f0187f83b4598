import {copyFile, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {bookmarks, linesOfPage, pageLabels, pagesOfText, pdfInfo, qpdfFaults, veraPdf, wordsOfPages} from './ask-pdf.ts'

const torture = fileURLToPath(new URL('./fixtures/torture.md', import.meta.url))
const layouts = ['cheatsheet', 'guide', 'worksheet', 'key', 'selftest', 'interviewer', 'largeprint']
const books = {
  bound: ['--recto', '--binding', '8mm', '--copies', '3'],
  booklet: ['--booklet', '--hole-margin'],
  custom: ['--paper', '170x240mm', '--margin', '12mm,15mm', '--duplex', 'off'],
  wide: ['--landscape', '--columns', '4', '--paper', 'Letter']
}
const prints = Object.keys(books).flatMap((book) => layouts.map((layout) => `${book}/torture.${layout}.pdf`))
const POINTS = 72 / 25.4

let cwd: string
let printed: (name: string) => string

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'cardpress-books-'))
  await copyFile(torture, join(cwd, 'torture.md'))
  for (const [book, args] of Object.entries(books)) {
    const {code, stderr} = await runCardpress(['torture.md', '--pdf', '--layout', layouts.join(','), '--out', book, '--quiet', ...args], {
      cwd
    })
    expect([book, code, code && stderr]).toEqual([book, 0, 0])
  }
  printed = (name) => join(cwd, name)
}, 300_000)

afterAll(() => rm(cwd, {recursive: true, force: true}))

judgedBy('verapdf', 'qpdf')(
  'bound books, booklets and paper of any size are sound PDF/UA-1 files',
  () => {
    const paths = prints.map((name) => printed(name))
    expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
    expect(paths.map((path) => qpdfFaults(path))).toEqual(paths.map(() => ''))
  },
  300_000
)

judgedBy('poppler', 'qpdf')('sections of a bound book begin on right-hand pages, and its contents count the blanks', () => {
  const path = printed('bound/torture.guide.pdf')
  const [, , ...marks] = bookmarks(path)
  const sections = marks.filter(({depth}) => depth === 1)
  expect(sections.length).toBeGreaterThan(3)
  expect(sections.filter(({page}) => page % 2 === 0)).toEqual([])
  expect(numbersOfContents(path)).toEqual(marks.map(({page}) => page))
  const blanks = wordsOfPages(path, /./).filter((words) => words.length === 0)
  expect(blanks.length).toBeGreaterThan(0)
})

judgedBy('poppler')('left-hand pages of a bound book mirror the right-hand ones', () => {
  const edges = wordsOfPages(printed('bound/torture.worksheet.pdf'), /./).flatMap((words, index) => {
    if (words.length === 0) return []
    return [[index % 2 === 0, Math.min(...words.map(({left}) => left)) / POINTS, 210 - Math.max(...words.map(({right}) => right)) / POINTS]]
  })
  expect(edges.length).toBeGreaterThan(4)
  // A worksheet has 24 mm at its left and 18 at its right; the binding adds 8.
  for (const [isRight, left, right] of edges) {
    expect(left).toBeCloseTo(isRight ? 32 : 18, 0)
    expect(right).toBeGreaterThan(isRight ? 17.9 : 31.9)
  }
})

judgedBy('poppler', 'qpdf')('a booklet has two pages a side, called by their numbers, and its key cites these', () => {
  const path = printed('booklet/torture.worksheet.pdf')
  const labels = pageLabels(path)
  const count = labels.length * 2
  expect(count % 4).toBe(0)
  expect(labels.slice(0, 2)).toEqual([`${count} · 1`, `2 · ${count - 1}`])
  expect(pdfInfo(path)['Page size']).toBe('841.89 x 595.276 pts (A4)')
  const asked = bookmarks(path).filter(({title}) => /^\d+ /.test(title))
  const key = pagesOfText(printed('booklet/torture.key.pdf')).join(' ')
  const cited = new Map([...key.matchAll(/(?:^| )(\d+) page (\d+) /g)].map(([, number = '', page = '']) => [number, page]))
  expect(cited.size).toBe(asked.length)
  for (const {title, page} of asked) {
    const number = title.split(' ')[0] ?? ''
    expect([number, labels[page - 1]?.split(' · ')]).toEqual([number, expect.arrayContaining([cited.get(number)])])
  }
})

judgedBy('poppler')('pages have the size that was asked for', () => {
  // Chromium rounds to its pixels.
  const [width = 0, height = 0] = (pdfInfo(printed('custom/torture.guide.pdf'))['Page size'] ?? '').split(' x ').map(Number.parseFloat)
  expect(Math.abs(width / POINTS - 170)).toBeLessThan(0.2)
  expect(Math.abs(height / POINTS - 240)).toBeLessThan(0.2)
  expect(pdfInfo(printed('wide/torture.cheatsheet.pdf'))['Page size']).toBe('792 x 612 pts (letter)')
  expect(pdfInfo(printed('wide/torture.guide.pdf'))['Page size']).toBe('612 x 792 pts (letter)')
})

/** Numbers at the ends of the lines of contents, wherever these pages lie. */
function numbersOfContents(path: string): readonly number[] {
  const pages = Number(pdfInfo(path).Pages)
  const lines = Array.from({length: pages}, (_, index) => linesOfPage(path, index + 1)).flat()
  const entries = lines.map((line) => line.trim()).filter((line) => line !== '')
  const from = entries.indexOf('Contents')
  const end = entries.findIndex((line, index) => index > from && / \/ \d+$/.test(line))
  return entries.slice(from, end).flatMap((line) => (/\S\s+(\d+)$/.test(line) ? [Number(/(\d+)$/.exec(line)?.[1])] : []))
}
