import type {Guide} from '../../guide/guide.ts'
import {countText} from '../../report/count-text.ts'
import {fillTemplate} from '../../template/fill-template.ts'
import {loadTemplate} from '../../template/load-template.ts'
import type {TemplateSettings} from '../../template/template.ts'
import type {RenderContext} from '../renderer.ts'
import {chooseFonts} from './fonts/choose-fonts.ts'
import {reportMissingGlyphs} from './fonts/report-missing-glyphs.ts'
import type {Layout} from './layouts.ts'
import {type Heading, headingsOf} from './page/headings-of.ts'
import {measurePage, type PageSize} from './page/measure-page.ts'
import {createSideWriter} from './page/side-writer.ts'
import type {PageFurniture} from './page/to-furniture.ts'
import {toView} from './page/to-view.ts'

/** Page numbers by the id of what they lead to. */
export type PageNumbers = Readonly<Record<string, number>>

/** A layout with everything but page numbers, as HTML to be printed. */
export interface PreparedLayout {
  readonly settings: TemplateSettings
  readonly headings: readonly Heading[]
  /** `12 questions` */
  readonly subject: string
  /** The pages. @param cited - Numbers in the layout that this one refers to. */
  page(numbers: PageNumbers, cited: PageNumbers): Promise<string>
  /** What stands around the text, a page each. */
  furniture(sheets: readonly PageFurniture[]): Promise<string>
}

/** Columns of short documents are balanced on the last page; for long ones that takes Chromium eight times as long. */
const BALANCED_CHARACTERS = 90_000

/** Reads the template, writes the cards as HTML for a page of that size and chooses the fonts. */
export async function prepareLayout({name, cards}: Layout, size: PageSize, guide: Guide, context: RenderContext): Promise<PreparedLayout> {
  const read = async (path: string) => {
    const bytes = await context.readAsset(new URL(`../../../templates/pdf/${path}`, import.meta.url))
    return Buffer.from(bytes).toString('utf8')
  }
  const template = await loadTemplate(name, read, cards ? `${name}/furniture.html` : undefined)
  const measure = measurePage(size, template.settings)
  const writer = await createSideWriter(guide, measure)
  const view = toView(guide, measure, writer)
  const text = JSON.stringify(view)
  const fonts = await chooseFonts(text, writer.hasMath, context.readAsset)
  reportMissingGlyphs(guide, fonts.missing, context.file)
  const subject = countText(view.count, 'question')
  const data = {
    ...view,
    countText: subject,
    fontsCss: fonts.css,
    styleCss: template.style,
    fill: text.length <= BALANCED_CHARACTERS ? 'balance' : 'auto'
  }
  return {
    settings: template.settings,
    headings: headingsOf(view).filter(({number}) => !cards || number > 0),
    subject,
    page: (pageNumbers, citedNumbers) => fillTemplate(`${template.path}/page.html`, template.page, {...data, pageNumbers, citedNumbers}),
    furniture: (sheets) =>
      fillTemplate('templates/pdf/furniture.html', template.furniture, {...data, sheets, furnitureCss: template.furnitureStyle})
  }
}
