import {copyFile, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect} from 'vitest'
import {filesIn} from '../../support/folder-contents.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {type PlacedWord, pageLabels, pagesOfText, pdfInfo, qpdfFaults, unpackedText, veraPdf, wordsOfPages} from './ask-pdf.ts'
import {wordsOf} from './words-of.ts'

/** Points in a millimetre. */
const MM = 72 / 25.4
/** From the right edge of a card to its label. */
const LABEL_MM = 8
const MOST_DRIFT_MM = 0.2

const sizes = {a7: undefined, index: [127, 76.2], business: [85, 55]} as const
const papers = {A4: [210, 297], Letter: [215.9, 279.4]} as const
const flips = ['long', 'short', 'fold'] as const
const cases = (Object.keys(sizes) as (keyof typeof sizes)[]).flatMap((size) =>
  (Object.keys(papers) as (keyof typeof papers)[]).flatMap((paper) => flips.map((flip) => ({size, paper, flip})))
)

let cwd: string
const printed = (name: string) => join(cwd, name)

async function print(out: string, layouts: string, ...args: readonly string[]): Promise<void> {
  const {code, stderr} = await runCardpress(['kafka.md', '--pdf', '--layout', layouts, '--out', out, '--quiet', ...args], {cwd})
  expect([out, code, code && stderr]).toEqual([out, 0, 0])
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'cardpress-cards-'))
  await copyFile(fileURLToPath(new URL('../../../source/kafka.md', import.meta.url)), join(cwd, 'kafka.md'))
  for (const {size, paper, flip} of cases)
    await print(`${size}-${paper}-${flip}`, 'flashcards', '--card-size', size, '--paper', paper, '--flip', flip)
  await print('moved', 'flashcards', '--back-shift', '1.5mm,-0.5mm')
  await print('manual', 'flashcards,guide,calibration', '--duplex', 'manual')
  await print('face-up', 'guide', '--duplex', 'manual', '--tray', 'face-up')
  for (const flip of flips) await print(`check-${flip}`, 'calibration', '--flip', flip)
}, 300_000)

afterAll(() => rm(cwd, {recursive: true, force: true}))

/** Labels of the cards in the corners of each page. */
function labelsOf(path: string): readonly (readonly PlacedWord[])[] {
  return wordsOfPages(path, /^[A-Z0-9]{3}$/)
}

/** From the upper edge of a card to its label, in points: three index cards stand in the middle of an A4 sheet. */
function labelTop(): number {
  const tops = (labelsOf(printed('index-A4-long/kafka.flashcards.pdf'))[0] ?? []).map(({top}) => top)
  return Math.min(...tops) - ((297 - 3 * 76.2) / 2) * MM
}

for (const {size, paper, flip} of cases)
  judgedBy('poppler')(`front and back of a card meet within ${MOST_DRIFT_MM} mm: ${size} on ${paper}, ${flip}`, () => {
    const path = printed(`${size}-${paper}-${flip}/kafka.flashcards.pdf`)
    const [sheetWidth = 0, sheetHeight = 0] = (pdfInfo(path)['Page size'] ?? '').split(' x ').map(Number.parseFloat)
    const [width, height] = sizes[size] ?? [papers[paper][0] / 2, papers[paper][1] / 4]
    const pages = labelsOf(path)
    const topOf = labelTop()
    const centre = ({right, top}: PlacedWord) => ({x: right + (LABEL_MM - width / 2) * MM, y: top - topOf + (height / 2) * MM})
    // Where a place of the back comes to lie behind the front when the sheet is turned, or folded in its middle.
    const behind = {
      long: ({x, y}: {x: number; y: number}) => ({x: sheetWidth - x, y}),
      short: ({x, y}: {x: number; y: number}) => ({x, y: sheetHeight - y}),
      fold: ({x, y}: {x: number; y: number}) => ({x: sheetWidth - x, y})
    }[flip]
    const drifts: number[] = []
    for (let page = 0; page < pages.length; page += flip === 'fold' ? 1 : 2) {
      const isFront = ({right}: PlacedWord) => flip !== 'fold' || right < sheetWidth / 2
      const fronts = (pages[page] ?? []).filter(isFront)
      const backs = flip === 'fold' ? (pages[page] ?? []).filter((word) => !isFront(word)) : (pages[page + 1] ?? [])
      // A card that goes on may end in front; what stands behind always has a front.
      for (const back of backs) {
        const there = behind(centre(back))
        const away = fronts
          .filter(({text}) => text === back.text)
          .map(centre)
          .map(({x, y}) => Math.hypot(x - there.x, y - there.y) / MM)
        if (away.length > 0) drifts.push(Math.min(...away))
      }
    }
    expect(drifts.length).toBeGreaterThan(20)
    expect(Math.max(...drifts)).toBeLessThan(MOST_DRIFT_MM)
  })

judgedBy('poppler')('--back-shift moves the backs by what it says, and nothing else', () => {
  const [plain, moved] = ['a7-A4-long', 'moved'].map((folder) => labelsOf(printed(`${folder}/kafka.flashcards.pdf`)))
  expect(moved?.[0]).toEqual(plain?.[0])
  for (const [index, {left, top}] of (moved?.[1] ?? []).entries()) {
    expect((left - (plain?.[1]?.[index]?.left ?? 0)) / MM).toBeCloseTo(1.5, 2)
    expect((top - (plain?.[1]?.[index]?.top ?? 0)) / MM).toBeCloseTo(0.5, 2)
  }
})

judgedBy('poppler', 'qpdf')(
  'fronts and backs for a printer that cannot turn sheets hold the whole print, backs in the order of the tray',
  async () => {
    const text = (path: string) => pagesOfText(printed(path)).slice(0, -1).map(wordsOf)
    const plain = text('a7-A4-long/kafka.flashcards.pdf')
    expect(text('manual/kafka.flashcards-fronts.pdf')).toEqual(plain.filter((_, index) => index % 2 === 0))
    expect(text('manual/kafka.flashcards-backs.pdf')).toEqual(plain.filter((_, index) => index % 2 === 1))
    expect(pageLabels(printed('manual/kafka.flashcards-backs.pdf'))[1]).toBe('2b')
    const [down, up] = ['manual', 'face-up'].map((folder) => text(`${folder}/kafka.guide-backs.pdf`))
    expect(up).toEqual(down?.toReversed())
    expect(down?.length).toBe(text('manual/kafka.guide-fronts.pdf').length)
  }
)

judgedBy('qpdf')('links of fronts and backs lead to a page of their own file, and one page makes one file', async () => {
  for (const side of ['fronts', 'backs']) {
    const pdf = unpackedText(printed(`manual/kafka.guide-${side}.pdf`))
    const wanted = [...pdf.matchAll(/\/Dest \/(\S+)/g)].map(([, name]) => name)
    const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0
    expect(pdf.match(/\/Subtype \/Link\b/g)?.length ?? 0).toBe(wanted.length + (pdf.match(/\/URI \(/g)?.length ?? 0))
    if (side === 'fronts') expect(wanted.length).toBeGreaterThan(20) // The contents.
    const places = new Map([...pdf.matchAll(/^ +\/(card-\d+) \[\s+(\d+) 0 R/gm)].map(([, name, page]) => [name, page]))
    expect(wanted.filter((name) => !places.has(name))).toEqual([])
    expect(new Set(places.values()).size).toBeLessThanOrEqual(pages)
  }
  await print('one', 'cheatsheet', '--duplex', 'manual', '--range', '1')
  expect(await filesIn(printed('one'))).toEqual(['kafka-1.cheatsheet.pdf'])
})

judgedBy('poppler')('the rules of a calibration sheet are 100 mm long', () => {
  for (const flip of flips) {
    const path = printed(`check-${flip}/kafka.calibration.pdf`)
    expect([flip, pdfInfo(path).Pages]).toEqual([flip, flip === 'fold' ? '1' : '2'])
    // Each rule begins with a 0 and ends with a 100: one pair beside the other, one below the other.
    const [front = []] = wordsOfPages(path, /^(?:0|100)$/)
    const middle = ({left, right, top}: PlacedWord) => ({x: (left + right) / 2 / MM, y: top / MM})
    const [zeros, hundreds] = ['0', '100'].map((text) => front.filter((word) => word.text === text).map(middle))
    const lengths = (zeros ?? []).flatMap((zero) =>
      (hundreds ?? [])
        .filter(({x, y}) => Math.abs(x - zero.x) < 1 || Math.abs(y - zero.y) < 1)
        .map(({x, y}) => Math.hypot(x - zero.x, y - zero.y))
    )
    expect(lengths.map((mm) => Math.round(mm * 10) / 10)).toEqual([100, 100])
  }
})

judgedBy('verapdf', 'qpdf')(
  'cards of every kind and calibration sheets are sound PDF/UA-1 files',
  () => {
    const paths = [
      ...['a7-A4-long', 'index-Letter-short', 'business-A4-fold', 'index-A4-fold'].map((name) => `${name}/kafka.flashcards.pdf`),
      ...['flashcards-fronts', 'flashcards-backs', 'guide-fronts', 'guide-backs', 'calibration-fronts', 'calibration-backs'].map(
        (name) => `manual/kafka.${name}.pdf`
      ),
      'face-up/kafka.guide-backs.pdf',
      ...flips.map((flip) => `check-${flip}/kafka.calibration.pdf`)
    ].map(printed)
    expect(veraPdf(paths)).toEqual(paths.map((path) => `PASS ${path} ua1`))
    expect(paths.map((path) => qpdfFaults(path))).toEqual(paths.map(() => ''))
  },
  300_000
)
