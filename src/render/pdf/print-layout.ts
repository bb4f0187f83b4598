import type {Guide} from '../../guide/guide.ts'
import type {RenderContext} from '../renderer.ts'
import {attachFiles} from './file/attach-files.ts'
import {imposePages} from './file/impose-pages.ts'
import type {PdfFile} from './file/pdf-file.ts'
import {readDestinations} from './file/read-destinations.ts'
import {readOutline} from './file/read-outline.ts'
import {readPages} from './file/read-pages.ts'
import {readPdf} from './file/read-pdf.ts'
import {stampPages} from './file/stamp-pages.ts'
import {writePdf} from './file/write-pdf.ts'
import {duplexPreferences} from './finish/duplex-preferences.ts'
import {finishPdf} from './finish/finish-pdf.ts'
import type {Layout} from './layouts.ts'
import {cardGrid} from './page/card-grid.ts'
import type {Heading} from './page/headings-of.ts'
import type {PageNumbers} from './page/page-data.ts'
import {paperSizes} from './page/paper-sizes.ts'
import {toCardSheets} from './page/to-card-sheets.ts'
import {toFurniture} from './page/to-furniture.ts'
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
}

/** The numbers of one pass move the pages of the next only when they need another line: one more settles it. */
const MOST_PASSES = 3

/** Prints a guide in one layout: fills the template, prints, reads where everything came to lie, prints with the numbers filled in. */
export async function printLayout(layout: Layout, guide: Guide, context: RenderContext): Promise<Printed> {
  const grid = layout.cards ? cardGrid(context.options) : undefined
  const size = grid ?? paperSizes[context.options.paper]
  const cited = layout.cites === undefined ? {} : await citedNumbers(layout.cites, guide, context)
  const prepared = await prepareLayout(layout, size, guide, context)
  const {file, html} = await printPasses(prepared, cited, context)
  const {templates} = context.options
  if (templates) {
    const path = templates.files.has(`${layout.name}/page.html`) ? prepared.path : 'a style sheet of yours'
    reportTemplateFaults({path, html, file, size, headings: prepared.headings.length}, context.file)
  }
  const pages = readPages(file).length
  const headingPages = readOutline(file).map(({page}) => page)
  const furniture = await prepared.furniture(toFurniture(prepared.headings, headingPages, pages))
  const overlay = printHtml(await context.browser(), furniture, {tagged: false})
  finishPdf(file, guide, {subject: prepared.subject, headings: prepared.headings, preferences: duplexPreferences(layout, context.options)})
  stampPages(file, readPdf(await overlay))
  if (grid) imposePages(file, toCardSheets(headingPages, pages, grid, context.options))
  const attachments = layout.asks ? [] : (context.attachments ?? [])
  attachFiles(file, attachments, guide.dateSeconds)
  return {bytes: writePdf(file), pages: readPages(file).length, shortened: prepared.shortened, attached: attachments.length}
}

/** The tagged print in which every page number is right. */
async function printPasses(
  {settings, headings, page}: PreparedLayout,
  cited: PageNumbers,
  context: RenderContext
): Promise<{file: PdfFile; html: string}> {
  const print = async (numbers: PageNumbers, tagged: boolean) => {
    const html = await page(numbers, cited) // First: from here on other work may take this thread, see pipeline/build.ts.
    return {html, file: readPdf(await printHtml(await context.browser(), html, {tagged}))}
  }
  if (!settings.contents) return print({}, true)
  let numbers = numbersOf((await print(placeholders(headings), false)).file)
  for (let pass = 2; ; pass++) {
    const printed = await print(numbers, true)
    const found = numbersOf(printed.file)
    if (pass === MOST_PASSES || sameNumbers(numbers, found)) return printed
    numbers = found
  }
}

/** Where the questions stand in another layout; read from its bookmarks, since nothing in it links to them. */
async function citedNumbers(name: string, guide: Guide, context: RenderContext): Promise<PageNumbers> {
  const prepared = await prepareLayout({name}, paperSizes[context.options.paper], guide, context)
  const {file} = await printPasses(prepared, {}, context)
  const pages = readOutline(file).slice(-prepared.headings.length)
  return Object.fromEntries(prepared.headings.map(({anchor}, index) => [anchor, pages[index]?.page ?? 0]))
}

/** Anything as wide as a page number: what counts is where things come to lie. */
function placeholders(headings: readonly Heading[]): PageNumbers {
  return Object.fromEntries(headings.map(({anchor}) => [anchor, 0]))
}

function numbersOf(file: PdfFile): PageNumbers {
  return Object.fromEntries([...readDestinations(file)].map(([id, {page}]) => [id, page]))
}

function sameNumbers(a: PageNumbers, b: PageNumbers): boolean {
  return Object.keys(b).every((id) => a[id] === b[id])
}
