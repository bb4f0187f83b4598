import type {Guide} from '../../guide/guide.ts'
import {countText} from '../../report/count-text.ts'
import {addProblem} from '../../report/problem.ts'
import type {PrintReport, RenderContext} from '../renderer.ts'
import type {Handout} from './editions/editions-of.ts'
import {toSheetFurniture} from './editions/to-parts.ts'
import {attachFiles} from './file/attach-files.ts'
import {imposePages} from './file/impose-pages.ts'
import {readPages} from './file/read-pages.ts'
import {readPdf} from './file/read-pdf.ts'
import {stampPages} from './file/stamp-pages.ts'
import {writePdf} from './file/write-pdf.ts'
import {finishPdf} from './finish/finish-pdf.ts'
import {mendUnicode} from './finish/mend-unicode.ts'
import {setPageLabels} from './finish/set-page-labels.ts'
import {toGrey} from './finish/to-grey.ts'
import {viewerPreferences} from './finish/viewer-preferences.ts'
import {fitLayout} from './fit/fit-layout.ts'
import {printReport} from './inspect/print-report.ts'
import {sheetsOf} from './inspect/sheets-of.ts'
import type {Layout} from './layouts.ts'
import {cardGrid} from './page/card-grid.ts'
import type {PageNumbers} from './page/page-data.ts'
import {pageSize} from './page/page-size.ts'
import {toBookSheets} from './page/to-book-sheets.ts'
import {toCardSheets} from './page/to-card-sheets.ts'
import {headingsIn, prepareLayout} from './prepare-layout.ts'
import {printHtml} from './print-html.ts'
import {placeholders, printPasses} from './print-passes.ts'
import {reportTemplateFaults} from './report-template-faults.ts'
import {toSides} from './to-sides.ts'

/** A file of a printed layout. */
export interface PrintedFile {
  /** `-fronts`, `-backs`; empty where there is only one file. */
  readonly side: string
  readonly bytes: Uint8Array
  readonly pages: number
  readonly print: PrintReport
}

/** A printed layout. */
export interface Printed {
  readonly files: readonly PrintedFile[]
  /** Answers that are not shown whole. */
  readonly shortened: number
  /** Files inside. */
  readonly attached: number
  /** For the summary. */
  readonly remarks: readonly string[]
}

/** Prints a guide in one layout: fills the template, prints, reads where everything came to lie, prints with the numbers filled in. */
export async function printLayout(layout: Layout, whole: readonly Handout[], asked: RenderContext): Promise<Printed> {
  const fit = layout.landscape && asked.options.fit ? await fitLayout(layout, pageSize(layout, asked.options), whole, asked) : undefined
  const context = fit ? {...asked, options: fit.options} : asked
  const {options} = context
  const grid = layout.cards ? cardGrid(options) : undefined
  const foldsCards = grid !== undefined && options.flip === 'fold'
  const isCiting = layout.cites !== undefined && (!layout.citesAlong || options.layouts.includes(layout.cites))
  const handouts = layout.changes ? whole.map(withChangedCards) : whole
  const size = grid ?? pageSize(layout, options)
  const prepared = await prepareLayout(layout, size, handouts, context)
  const {dir} = prepared.data
  const cited =
    isCiting && layout.cites !== undefined ? await citedNumbers(layout.cites, whole, context) : placeholders(headingsIn(prepared))
  const pass = await printPasses(layout, prepared, cited, context)
  const {file, html, numbers, headingPages} = pass
  if (options.templates) {
    const path = options.templates.files.has(`${layout.name}/page.html`) ? prepared.path : 'a style sheet of yours'
    reportTemplateFaults({path, html, file, size, headings: headingsIn(prepared).length}, context.file)
  }
  const furniture = layout.plain ? '' : await prepared.furniture(toSheetFurniture(prepared.parts, headingPages, numbers))
  const overlay =
    furniture === ''
      ? undefined
      : printHtml(await context.browser(), furniture, {
          tagged: false,
          inspect: options.templates && {...prepared.questions, anchors: [], columnPx: 0}
        })
  await finishPdf(file, titled(handouts), {
    subject: prepared.subject,
    headings: headingsIn(prepared),
    preferences: viewerPreferences(layout, options, dir)
  })
  const around = await overlay
  if (around) {
    const stamps = readPdf(around.bytes)
    mendUnicode(stamps)
    stampPages(file, stamps)
  }
  const [{guide: shown} = none()] = handouts
  const report = printReport(layout, shown, prepared, {...pass, around: around?.facts}, options)
  if (options.ink === 'grey' || options.ink === 'save') reportColours(toGrey(file), context)
  const sheets = grid
    ? toCardSheets(headingPages, numbers.length, grid, options, dir)
    : toBookSheets(numbers, prepared.measure, options, dir)
  if (sheets) imposePages(file, sheets)
  const labels = sheets?.map(({label}) => label) ?? []
  const sides = options.duplex === 'manual' && !foldsCards ? toSides(file, labels, options) : [{side: '', part: file, labels}]
  for (const {part, labels: own} of sides) setPageLabels(part, own)
  const [first] = sides
  const attachments = layout.asks ? [] : (context.attachments ?? [])
  if (first) attachFiles(first.part, attachments, titled(handouts).dateSeconds)
  const toFile = async ({side, part}: (typeof sides)[number]): Promise<PrintedFile> => {
    const pages = readPages(part).length
    return {side, bytes: await writePdf(part), pages, print: {...report, sheets: side === '-backs' ? 0 : sheetsOf(layout, pages, options)}}
  }
  return {
    files: await Promise.all(sides.map(toFile)),
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

/** Where the questions stand in another layout; read from its bookmarks, since nothing in it links to them. */
async function citedNumbers(name: string, handouts: readonly Handout[], context: RenderContext): Promise<PageNumbers> {
  const prepared = await prepareLayout({name}, pageSize({name}, context.options), handouts, context)
  const {headingPages, numbers} = await printPasses({name}, prepared, {}, context)
  const headings = headingsIn(prepared)
  const pages = headingPages.slice(-headings.length)
  return Object.fromEntries(headings.map(({anchor}, index) => [anchor, numbers[(pages[index] ?? 0) - 1] ?? 0]))
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
