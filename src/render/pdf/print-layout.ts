import type {Guide} from '../../guide/guide.ts'
import {countText} from '../../report/count-text.ts'
import {fillTemplate} from '../../template/fill-template.ts'
import {loadTemplate} from '../../template/load-template.ts'
import type {RenderContext} from '../renderer.ts'
import type {PdfFile} from './file/pdf-file.ts'
import {readDestinations} from './file/read-destinations.ts'
import {readOutline} from './file/read-outline.ts'
import {readPages} from './file/read-pages.ts'
import {readPdf} from './file/read-pdf.ts'
import {stampPages} from './file/stamp-pages.ts'
import {writePdf} from './file/write-pdf.ts'
import {finishPdf} from './finish/finish-pdf.ts'
import {chooseFonts} from './fonts/choose-fonts.ts'
import {reportMissingGlyphs} from './fonts/report-missing-glyphs.ts'
import {headingsOf} from './page/headings-of.ts'
import {measurePage} from './page/measure-page.ts'
import {createSideWriter} from './page/side-writer.ts'
import {toFurniture} from './page/to-furniture.ts'
import {toView, type View} from './page/to-view.ts'
import {printHtml} from './print-html.ts'

/** A printed layout. */
export interface Printed {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** Page numbers by the id of what they lead to. */
type PageNumbers = Readonly<Record<string, number>>

/** Columns of short documents are balanced on the last page; for long ones that takes Chromium eight times as long. */
const BALANCED_CHARACTERS = 90_000
/** The numbers of one pass move the pages of the next only when they need another line: one more settles it. */
const MOST_PASSES = 3

/** Prints a guide in one layout: fills the template, prints, reads where everything came to lie, prints with the numbers filled in. */
export async function printLayout(name: string, guide: Guide, context: RenderContext): Promise<Printed> {
  const browser = context.browser()
  // Whatever goes wrong before the browser is needed must not leave its failure unheard.
  browser.catch(() => undefined)
  const template = await loadTemplate(name, async (path) => {
    const bytes = await context.readAsset(new URL(`../../../templates/pdf/${path}`, import.meta.url))
    return Buffer.from(bytes).toString('utf8')
  })
  const measure = measurePage(context.options.paper, template.settings)
  const writer = await createSideWriter(guide, measure)
  const view = toView(guide, measure, writer)
  const text = JSON.stringify(view)
  const fonts = await chooseFonts(text, writer.hasMath, context.readAsset)
  reportMissingGlyphs(guide, fonts.missing, context.file)
  const data = {
    ...view,
    countText: countText(view.count, 'question'),
    fontsCss: fonts.css,
    styleCss: template.style,
    fill: text.length <= BALANCED_CHARACTERS ? 'balance' : 'auto'
  }
  const print = async (pageNumbers: PageNumbers, tagged: boolean) => {
    const html = await fillTemplate(`${template.path}/page.html`, template.page, {...data, pageNumbers})
    return readPdf(await printHtml(await browser, html, {tagged}))
  }
  let numbers = template.settings.contents ? numbersOf(await print(placeholders(view), false)) : {}
  for (let pass = 2; ; pass++) {
    const file = await print(numbers, true)
    const found = numbersOf(file)
    if (!template.settings.contents || pass === MOST_PASSES || sameNumbers(numbers, found)) {
      const pages = readPages(file).length
      const headings = headingsOf(view)
      const headingPages = readOutline(file).map(({page}) => page)
      const sheets = toFurniture(headings, headingPages, pages)
      const furniture = {...data, sheets, furnitureCss: template.furnitureStyle}
      const html = await fillTemplate('templates/pdf/furniture.html', template.furniture, furniture)
      const overlay = printHtml(await browser, html, {tagged: false})
      finishPdf(file, guide, {subject: data.countText, headings})
      stampPages(file, readPdf(await overlay))
      return {bytes: writePdf(file), pages}
    }
    numbers = found
  }
}

/** Anything as wide as a page number: what counts is where things come to lie. */
function placeholders({sections}: View): PageNumbers {
  const anchors = sections.flatMap(({headings, cards}) => [...headings, ...cards].map(({anchor}) => anchor))
  return Object.fromEntries(anchors.map((anchor) => [anchor, 0]))
}

function numbersOf(file: PdfFile): PageNumbers {
  return Object.fromEntries([...readDestinations(file)].map(([id, {page}]) => [id, page]))
}

function sameNumbers(a: PageNumbers, b: PageNumbers): boolean {
  return Object.keys(b).every((id) => a[id] === b[id])
}
