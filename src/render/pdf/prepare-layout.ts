import type {Guide} from '../../guide/guide.ts'
import {fillTemplate} from '../../template/fill-template.ts'
import {loadTemplate, type ReadTemplateFile, readTemplateFile} from '../../template/load-template.ts'
import type {TemplateFile, TemplateSettings} from '../../template/template.ts'
import type {PageSize, RenderContext, RenderOptions} from '../renderer.ts'
import {withTrainerAlerts} from '../with-trainer-alerts.ts'
import {toBrand} from './brand/to-brand.ts'
import type {Handout} from './editions/editions-of.ts'
import {joinPages} from './editions/join-pages.ts'
import {type PrintedPart, type SheetFurniture, toParts} from './editions/to-parts.ts'
import {toViews} from './editions/to-views.ts'
import {chooseFonts} from './fonts/choose-fonts.ts'
import {reportForeignScripts} from './fonts/report-foreign-scripts.ts'
import type {PageQuestions} from './inspect/page-facts.ts'
import type {Layout} from './layouts.ts'
import {languageDirection} from './page/direction.ts'
import {dropReferences, fillReferences, hasReferences, numberReferences} from './page/fill-references.ts'
import type {Heading} from './page/headings-of.ts'
import {measurePage, type PageMeasure} from './page/measure-page.ts'
import type {FurnitureData, PageData, PageNumbers} from './page/page-data.ts'
import {createSideWriter} from './page/side-writer.ts'
import type {View} from './page/to-view.ts'
import {countQuestions, type Words, wordsLanguage} from './page/words.ts'
import {readStockFile} from './read-stock-file.ts'

/** A layout with everything but page numbers, as HTML to be printed. */
export interface PreparedLayout {
  /** Of `page.html`, for messages. */
  readonly path: string
  readonly settings: TemplateSettings
  readonly measure: PageMeasure
  /** What the document is made of, one for each handout. */
  readonly parts: readonly PrintedPart[]
  /** Answers that are not shown whole. */
  readonly shortened: number
  /** Has links from question to question, which say the page. */
  readonly refers: boolean
  /** `12 questions` */
  readonly subject: string
  /** What templates get, but for the numbers of pages. */
  readonly data: Omit<PageData, 'pageNumbers' | 'citedNumbers' | 'steps'>
  /** What the page is to tell of itself when it is printed. */
  readonly questions: PageQuestions
  /** The pages. @param cited - Numbers in the layout that this one refers to. @param steps - How much smaller answers are set. */
  page(numbers: PageNumbers, cited: PageNumbers, steps?: PageNumbers): Promise<string>
  /** What stands around the text, a page each. */
  furniture(sheets: readonly SheetFurniture[]): Promise<string>
}

const PX_PER_MM = 96 / 25.4
/** Of text on what is behind it, once both are grey. @see WCAG 2.2, 1.4.3 */
const LEAST_CONTRAST = 4.5

/** Where fonts go that are chosen by what a template made. No text of a guide before it can say so: there, `<` is escaped. */
const FONTS_HERE = '/*<fonts>*/'

/** Columns of short documents are balanced on the last page; for long ones that takes Chromium eight times as long. */
const BALANCED_CHARACTERS = 90_000

/** Reads the template, writes the cards as HTML for a page of that size and chooses the fonts. @param whole - In one document; at least one. */
export async function prepareLayout(
  layout: Layout,
  size: PageSize,
  whole: readonly Handout[],
  context: RenderContext
): Promise<PreparedLayout> {
  const {name, cards, brief, plain} = layout
  const handouts = forReaders(layout, whole, context)
  const {guide} = handouts[0] ?? none()
  const {templates, flip = 'long', backShiftMm: [rightMm, upMm] = [0, 0]} = context.options
  const read = readStockFile(context.readAsset)
  const qr = context.options.qr ?? guide.qr
  const template = await loadTemplate(name, read, cards ? `${name}/furniture.html` : undefined, templates)
  const measure = measurePage(
    size,
    template.settings,
    cards || plain ? undefined : {...context.options, dir: languageDirection(guide.lang)}
  )
  const language = wordsLanguage(guide.lang)
  const words = JSON.parse((await readTemplateFile(`words/${language}.json`, read, templates))?.text ?? '') as Words
  const writer = await createSideWriter(guide, measure, context.readAsset, words.alerts)
  const {views, shortened} = toViews(handouts, measure, writer, brief === true && context.options.brief === true)
  const view = views[0] ?? none()
  const text = JSON.stringify([
    view,
    handouts.map(({version, person}) => [version, person]),
    context.options.header,
    context.options.footer,
    qr
  ])
  const subject = countQuestions(view.count, words, language)
  // Templates bring signs of their own: boxes to tick, the mark of the right option. The fonts of ours are large and come if one is used.
  const signs = templates ? '' : template.page.text.replace(/[\0-\x7e]/g, '')
  const spoken = spokenWords(words, template.page.text + template.furniture.text, subject)
  const lettering = text + (templates ? template.page.text : '') + template.style + spoken
  const fontsFor = (letters: string) => chooseFonts(letters, writer.hasMath, guide.lang, context.readAsset)
  const fonts = await fontsFor(lettering)
  const withFonts = async (html: string) => {
    const used = [...signs].filter((sign) => html.includes(sign) && !lettering.includes(sign)).join('')
    const {css} = used === '' ? fonts : await fontsFor(lettering + used)
    return html.replace(FONTS_HERE, () => css)
  }
  reportForeignScripts(guide, fonts.missing, context)
  const answersAtEnd = layout.answersApart === true && context.options.answers === 'end'
  const look = {
    ...view,
    answersAtEnd,
    marksChanges: context.options.marksChanges === true,
    words,
    countText: subject,
    fontsCss: FONTS_HERE,
    styleCss: template.style + (await inkCss(context.options, read)),
    turn: {flip, rightMm, upMm},
    recto: context.options.recto === true,
    fill: text.replace(/data:[^"\\]+|<svg.*?<\/svg>/g, '').length <= BALANCED_CHARACTERS ? ('balance' as const) : ('auto' as const)
  }
  const {header: headerText = '', footer: footerText = ''} = context.options
  const brand = cards || plain ? '' : await toBrand({logo: context.options.logo, qr})
  const fillFile = (file: TemplateFile, values: object) => fillTemplate(file.path, file.text, values)
  const data = {...look, headHtml: await fillFile(template.head, look)}
  const fill = async (own: View, pageNumbers: PageNumbers, citedNumbers: PageNumbers, steps: PageNumbers) => {
    const html = await fillFile(template.page, {...data, ...own, pageNumbers, citedNumbers, steps} satisfies PageData)
    return brand === '' ? html : html.replace(/<body\b[^>]*>/, (body) => body + brand) // On every copy, whatever the template.
  }
  const refer = (html: string, numbers: PageNumbers) =>
    cards ? numberReferences(html) : views.length > 1 ? dropReferences(html) : fillReferences(html, numbers, words)
  return {
    path: template.page.path,
    data,
    settings: template.settings,
    measure,
    parts: plain ? [] : toParts(views, cards === true, answersAtEnd ? words.key : undefined),
    subject,
    shortened,
    questions: questionsFor(measure, view, {isCard: cards === true, answersAtEnd, missing: fonts.missing}),
    refers: !cards && views.length === 1 && views.some(refersIn),
    page: async (numbers, cited, steps = {}) =>
      withFonts(refer(joinPages(await Promise.all(views.map((own) => fill(own, numbers, cited, steps)))), numbers)),
    furniture: async (sheets) => {
      const around = {...data, sheets, furnitureCss: template.furnitureStyle, headerText, footerText}
      const html = await fillFile(template.furniture, around satisfies FurnitureData)
      // They want few of the fonts, and the browser reads all that it is given. Names too long end in an ellipsis.
      const {css} = await chooseFonts(`${html}\u2026`, false, guide.lang, context.readAsset)
      return html.replace(FONTS_HERE, () => css)
    }
  }
}

/** Handouts with what is for the trainer where this layout is for them, below the answers where the user wants it there, else without. */
function forReaders({trainer}: Layout, handouts: readonly Handout[], {options}: RenderContext): readonly Handout[] {
  if (trainer) return handouts
  const shown = new Map<Guide, Guide>() // People with the same version share it.
  const show = (guide: Guide): Guide => {
    if (!guide.cards.some((card) => card.trainer)) return guide
    return options.trainer ? withTrainerAlerts(guide) : {...guide, cards: guide.cards.map(({trainer: _, ...card}) => card)}
  }
  for (const {guide} of handouts) if (!shown.has(guide)) shown.set(guide, show(guide))
  return handouts.map((handout) => ({...handout, guide: shown.get(handout.guide) ?? handout.guide}))
}

/** Headings of all handouts, in the order of the document. */
export function headingsIn({parts}: PreparedLayout): readonly Heading[] {
  return parts.flatMap(({headings}) => headings)
}

/** Sides of cards have no columns; how many a card takes is counted. */
function questionsFor(
  {widthMm, heightMm, marginMm}: PageMeasure,
  {sections}: View,
  {isCard, answersAtEnd, missing}: {readonly isCard: boolean; readonly answersAtEnd: boolean; readonly missing: ReadonlySet<string>}
): PageQuestions {
  const cards = sections.flatMap((section) => section.cards)
  return {
    anchors: [...cards.map(({anchor}) => anchor), ...(answersAtEnd ? cards.map(({answerAnchor}) => answerAnchor) : [])],
    columnPx: isCard ? 0 : Math.round((heightMm - marginMm.top - marginMm.bottom) * PX_PER_MM),
    widthPx: Math.round((widthMm - marginMm.left - marginMm.right) * PX_PER_MM),
    doubtful: [...missing],
    leastContrast: LEAST_CONTRAST
  }
}

function refersIn({sections}: View): boolean {
  return sections.some(({cards}) => cards.some((card) => hasReferences(Object.values(card).join(''))))
}

/** Words that templates ask for: each character of another language may take a font of its own. */
function spokenWords(words: Words, templates: string, subject: string): string {
  const spoken = Object.entries(words).filter(([name]) => templates.includes(`words.${name}`) || templates.includes('words['))
  return [words.page, subject, ...spoken.map(([, word]) => String(word))].join('')
}

/** Style sheets of `--ink`, after all others. */
async function inkCss({ink}: RenderOptions, read: ReadTemplateFile): Promise<string> {
  const names = ink === 'grey' ? ['ink-grey'] : ink === 'save' ? ['ink-grey', 'ink-save'] : []
  const sheets = await Promise.all(names.map((name) => read(`${name}.css`)))
  return sheets.map((sheet) => `\n${sheet}`).join('')
}

function none(): never {
  throw new RangeError('Expected at least one handout')
}
