import type {Guide} from '../../guide/guide.ts'
import {countText} from '../../report/count-text.ts'
import {addProblem} from '../../report/problem.ts'
import type {RenderContext} from '../renderer.ts'
import type {Handout} from './editions/editions-of.ts'
import {toSheetFurniture} from './editions/to-parts.ts'
import {attachFiles} from './file/attach-files.ts'
import {imposePages} from './file/impose-pages.ts'
import type {PdfFile} from './file/pdf-file.ts'
import {readDestinations} from './file/read-destinations.ts'
import {readOutline} from './file/read-outline.ts'
import {readPages} from './file/read-pages.ts'
import {readPdf} from './file/read-pdf.ts'
import {stampPages} from './file/stamp-pages.ts'
import {writePdf} from './file/write-pdf.ts'
import {finishPdf} from './finish/finish-pdf.ts'
import {setPageLabels} from './finish/set-page-labels.ts'
import {toGrey} from './finish/to-grey.ts'
import {viewerPreferences} from './finish/viewer-preferences.ts'
import {fitLayout} from './fit/fit-layout.ts'
import type {Layout} from './layouts.ts'
import {bookNumbers} from './page/book-numbers.ts'
import {cardGrid} from './page/card-grid.ts'
import type {Heading} from './page/headings-of.ts'
import type {PageNumbers} from './page/page-data.ts'
import {pageSize} from './page/page-size.ts'
import {toBookSheets} from './page/to-book-sheets.ts'
import {toCardSheets} from './page/to-card-sheets.ts'
import {type PreparedLayout, prepareLayout} from './prepare-layout.ts'
import {printHtml} from './print-html.ts'
import {reportTemplateFaults} from './report-template-faults.ts'

/** A printed layout. */
export interface Printed {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Answers that are not shown whole. */
  readonly shortened: number
  /** Files inside. */
  readonly attached: number
  /** For the summary. */
  readonly remarks: readonly string[]
}

/** The numbers of one pass move the pages of the next only when they need another line: one more settles it. */
const MOST_PASSES = 3

/** Prints a guide in one layout: fills the template, prints, reads where everything came to lie, prints with the numbers filled in. */
export async function printLayout(layout: Layout, whole: readonly Handout[], asked: RenderContext): Promise<Printed> {
  const fit = layout.landscape && asked.options.fit ? await fitLayout(layout, pageSize(layout, asked.options), whole, asked) : undefined
  const context = fit ? {...asked, options: fit.options} : asked
  const {options} = context
  const grid = layout.cards ? cardGrid(options) : undefined
  const isCiting = layout.cites !== undefined && (!layout.citesAlong || options.layouts.includes(layout.cites))
  const handouts = layout.changes ? whole.map(withChangedCards) : whole
  const size = grid ?? pageSize(layout, options)
  const prepared = await prepareLayout(layout, size, handouts, context)
  const cited =
    isCiting && layout.cites !== undefined ? await citedNumbers(layout.cites, whole, context) : placeholders(headingsIn(prepared))
  const {file, html, numbers, headingPages} = await printPasses(prepared, cited, context)
  if (options.templates) {
    const path = options.templates.files.has(`${layout.name}/page.html`) ? prepared.path : 'a style sheet of yours'
    reportTemplateFaults({path, html, file, size, headings: headingsIn(prepared).length}, context.file)
  }
  const furniture = await prepared.furniture(toSheetFurniture(prepared.parts, headingPages, numbers))
  const overlay = printHtml(await context.browser(), furniture, {tagged: false})
  finishPdf(file, titled(handouts), {
    subject: prepared.subject,
    headings: headingsIn(prepared),
    preferences: viewerPreferences(layout, options)
  })
  stampPages(file, readPdf(await overlay))
  if (options.ink === 'grey' || options.ink === 'save') reportColours(toGrey(file), context)
  const sheets = grid ? toCardSheets(headingPages, numbers.length, grid, options) : toBookSheets(numbers, prepared.measure, options)
  if (sheets) imposePages(file, sheets)
  setPageLabels(file, grid || !sheets ? [] : sheets.map(({label}) => label))
  const attachments = layout.asks ? [] : (context.attachments ?? [])
  attachFiles(file, attachments, titled(handouts).dateSeconds)
  return {
    bytes: writePdf(file),
    pages: readPages(file).length,
    shortened: prepared.shortened,
    attached: attachments.length,
    remarks: fit ? [fit.remark] : []
  }
}

function withChangedCards({guide, ...handout}: Handout): Handout {
  return {...handout, guide: {...guide, cards: guide.cards.filter(({change}) => change)}}
}

function reportColours(left: number, {file}: RenderContext): void {
  if (left === 0 || file.messages.some(({ruleId}) => ruleId === 'colour-left')) return // Told for the layout before.
  addProblem(file, {
    severity: 'warning',
    ruleId: 'colour-left',
    reason: `Unexpected colours in ${countText(left, 'picture')} that can't be made grey, expected pictures of points or of lines`,
    note: 'An SVG that holds a photograph is such a picture: save it as PNG.'
  })
}

/** A print, and what is to be read from it. */
interface Pass {
  readonly html: string
  readonly file: PdfFile
  /** Of its pages in the book. */
  readonly numbers: readonly number[]
  /** Pages of all headings, from 1; none where it is not tagged. */
  readonly headingPages: readonly number[]
}

/** The tagged print in which every page number is right. */
async function printPasses(prepared: PreparedLayout, cited: PageNumbers, context: RenderContext): Promise<Pass> {
  const {settings, refers, page} = prepared
  const headings = headingsIn(prepared)
  const {recto, duplex} = context.options
  const print = async (known: PageNumbers, tagged: boolean): Promise<Pass & {readonly found: PageNumbers}> => {
    const html = await page(known, cited) // First: from here on other work may take this thread, see pipeline/build.ts.
    const file = readPdf(await printHtml(await context.browser(), html, {tagged}))
    const headingPages = readOutline(file).map((item) => item.page)
    const destinations = readDestinations(file)
    const starts = headings.flatMap(({level, anchor}, index) =>
      (level === 1 && duplex !== 'off') || (level === 2 && recto)
        ? [destinations.get(anchor)?.page ?? headingPages.slice(-headings.length)[index] ?? 0]
        : []
    )
    const numbers = bookNumbers(starts, readPages(file).length)
    const found = Object.fromEntries([...destinations].map(([id, place]) => [id, numbers[place.page - 1] ?? 0]))
    return {html, file, numbers, headingPages, found}
  }
  if (!settings.contents && !refers) return print({}, true)
  let {found: known} = await print(placeholders(headings), false)
  for (let pass = 2; ; pass++) {
    const printed = await print(known, true)
    if (pass === MOST_PASSES || sameNumbers(known, printed.found)) return printed
    known = printed.found
  }
}

/** Where the questions stand in another layout; read from its bookmarks, since nothing in it links to them. */
async function citedNumbers(name: string, handouts: readonly Handout[], context: RenderContext): Promise<PageNumbers> {
  const prepared = await prepareLayout({name}, pageSize({name}, context.options), handouts, context)
  const {headingPages, numbers} = await printPasses(prepared, {}, context)
  const headings = headingsIn(prepared)
  const pages = headingPages.slice(-headings.length)
  return Object.fromEntries(headings.map(({anchor}, index) => [anchor, numbers[(pages[index] ?? 0) - 1] ?? 0]))
}

/** In the order of the document. */
function headingsIn({parts}: PreparedLayout): readonly Heading[] {
  return parts.flatMap(({headings}) => headings)
}

/** The guide as the file's own title names it: a version, or one person's, says so. */
function titled(handouts: readonly Handout[]): Guide {
  const [first = none(), ...more] = handouts
  const {guide, version, person} = first
  return more.length > 0 ? guide : {...guide, title: [guide.title, version, person].filter((text) => text !== '').join(' · ')}
}

function none(): never {
  throw new RangeError('Expected at least one handout')
}

/** Anything as wide as a page number: what counts is where things come to lie. */
function placeholders(headings: readonly Heading[]): PageNumbers {
  return Object.fromEntries(headings.map(({anchor}) => [anchor, 0]))
}

function sameNumbers(a: PageNumbers, b: PageNumbers): boolean {
  return Object.keys(b).every((id) => a[id] === b[id])
}
