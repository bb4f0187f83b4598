import {basename} from 'node:path/posix'
import type {Guide} from '../../guide/guide.ts'
import {fillTemplate} from '../../template/fill-template.ts'
import {loadTemplate, readTemplateFile} from '../../template/load-template.ts'
import type {TemplateFile, TemplateSettings} from '../../template/template.ts'
import type {PageSize, RenderContext} from '../renderer.ts'
import {withTrainerAlerts} from '../with-trainer-alerts.ts'
import {chooseFonts} from './fonts/choose-fonts.ts'
import {reportMissingGlyphs} from './fonts/report-missing-glyphs.ts'
import type {Layout} from './layouts.ts'
import {type Heading, headingsOf} from './page/headings-of.ts'
import {measurePage, type PageMeasure} from './page/measure-page.ts'
import type {FurnitureData, PageData, PageNumbers} from './page/page-data.ts'
import {createSideWriter} from './page/side-writer.ts'
import {toBrief} from './page/to-brief.ts'
import type {PageFurniture} from './page/to-furniture.ts'
import {toView} from './page/to-view.ts'
import {countQuestions, type Words, wordsLanguage} from './page/words.ts'
import {readStockFile} from './read-stock-file.ts'

/** A layout with everything but page numbers, as HTML to be printed. */
export interface PreparedLayout {
  /** Of `page.html`, for messages. */
  readonly path: string
  readonly settings: TemplateSettings
  readonly measure: PageMeasure
  readonly headings: readonly Heading[]
  /** Answers that are not shown whole. */
  readonly shortened: number
  /** `12 questions` */
  readonly subject: string
  /** What templates get, but for the numbers of pages. */
  readonly data: Omit<PageData, 'pageNumbers' | 'citedNumbers'>
  /** The pages. @param cited - Numbers in the layout that this one refers to. */
  page(numbers: PageNumbers, cited: PageNumbers): Promise<string>
  /** What stands around the text, a page each. */
  furniture(sheets: readonly PageFurniture[]): Promise<string>
}

/** Columns of short documents are balanced on the last page; for long ones that takes Chromium eight times as long. */
const BALANCED_CHARACTERS = 90_000

/** Reads the template, writes the cards as HTML for a page of that size and chooses the fonts. */
export async function prepareLayout(layout: Layout, size: PageSize, whole: Guide, context: RenderContext): Promise<PreparedLayout> {
  const {name, cards} = layout
  const {guide, moreOf} = shorten(layout, forReaders(layout, whole, context), context)
  const {templates} = context.options
  const read = readStockFile(context.readAsset)
  const template = await loadTemplate(name, read, cards ? `${name}/furniture.html` : undefined, templates)
  const measure = measurePage(size, template.settings, cards ? undefined : context.options)
  const writer = await createSideWriter(guide, measure, context.readAsset)
  const view = toView(guide, measure, writer, moreOf)
  const text = JSON.stringify(view)
  const language = wordsLanguage(guide.lang)
  const words = JSON.parse((await readTemplateFile(`words/${language}.json`, read, templates))?.text ?? '') as Words
  // Templates bring signs of their own: boxes to tick, the mark of the right option.
  const fonts = await chooseFonts(
    text + template.page.text + template.style + Object.values(words).join(''),
    writer.hasMath,
    context.readAsset
  )
  reportMissingGlyphs(guide, fonts.missing, context.file)
  const subject = countQuestions(view.count, words, language)
  const look = {
    ...view,
    words,
    countText: subject,
    fontsCss: fonts.css,
    styleCss: template.style,
    recto: context.options.recto === true,
    fill: text.length <= BALANCED_CHARACTERS ? ('balance' as const) : ('auto' as const)
  }
  const fill = (file: TemplateFile, values: object) => fillTemplate(file.path, file.text, values)
  const data = {...look, headHtml: await fill(template.head, look)}
  return {
    path: template.page.path,
    data,
    settings: template.settings,
    measure,
    headings: headingsOf(view).filter(({number}) => !cards || number > 0),
    subject,
    shortened: moreOf.size,
    page: (pageNumbers, citedNumbers) => fill(template.page, {...data, pageNumbers, citedNumbers} satisfies PageData),
    furniture: (sheets) => fill(template.furniture, {...data, sheets, furnitureCss: template.furnitureStyle} satisfies FurnitureData)
  }
}

/** The guide with what is for the trainer where this layout is for them, below the answers where the user wants it there, else without. */
function forReaders({trainer}: Layout, guide: Guide, {options}: RenderContext): Guide {
  if (trainer || !guide.cards.some((card) => card.trainer)) return guide
  return options.trainer ? withTrainerAlerts(guide) : {...guide, cards: guide.cards.map(({trainer: _, ...card}) => card)}
}

/** The guide as this layout shows it, and where the rest of each shortened answer is. */
function shorten({brief}: Layout, guide: Guide, {options}: RenderContext): {guide: Guide; moreOf: ReadonlyMap<string, string>} {
  if (!brief || !options.brief) return {guide, moreOf: new Map()}
  const briefs = guide.cards.map(toBrief)
  const cut = briefs.filter((entry) => entry.cut).map(({card}) => [card.id, `${basename(card.path)}:${card.position.start.line}`] as const)
  return {guide: {...guide, cards: briefs.map(({card}) => card)}, moreOf: new Map(cut)}
}
