import {countText} from '../../../report/count-text.ts'
import {addProblem} from '../../../report/problem.ts'
import type {TemplateSettings} from '../../../template/template.ts'
import type {PageSize, RenderContext, RenderOptions} from '../../renderer.ts'
import type {Handout} from '../editions/editions-of.ts'
import {readDestinations} from '../file/read-destinations.ts'
import {readPages} from '../file/read-pages.ts'
import {readPdf} from '../file/read-pdf.ts'
import type {Layout} from '../layouts.ts'
import {filledAt} from '../page/filled-at.ts'
import {type PreparedLayout, prepareLayout} from '../prepare-layout.ts'
import {printHtml} from '../print-html.ts'
import {columnsFor} from './columns-for.ts'
import {bestTrial, FLOOR_PT, nextSize, type Trial} from './next-size.ts'

/** Besides the print that is handed out. */
const MOST_PRINTS = 4
/** Whole answers that are longer than this at the smallest type do not become shorter by a closer look. */
const HOPELESS = 1.15

/** What was chosen. */
export interface Fit {
  readonly options: RenderOptions
  /** For the summary: `7.35 pt in 3 columns`. */
  readonly remark: string
}

/**
 * Finds type size and columns with which a layout fills so many pages, by few prints: whole answers first, then their starts. What
 * does not fit even so is told, and made as short as it can be.
 */
export async function fitLayout(layout: Layout, size: PageSize, handouts: readonly Handout[], context: RenderContext): Promise<Fit> {
  const {options} = context
  const {fit = 1} = options
  let prints = 0
  let settings: TemplateSettings | undefined
  const search = async (brief: boolean): Promise<readonly Trial[]> => {
    const trials: Trial[] = []
    let sizePt: number | undefined
    do {
      const {settings: own, ...trial} = await measuringPrint(layout, size, handouts, {
        ...context,
        options: {...options, brief, ...setting(sizePt)}
      })
      settings = own
      prints++
      trials.push(trial)
      const shortest = trial.filled * (FLOOR_PT / trial.sizePt) ** 2
      if (trials.length === 1 && layout.brief && !brief && shortest > fit * HOPELESS) return trials
      sizePt = nextSize(trials, fit)
    } while (sizePt !== undefined && prints < MOST_PRINTS)
    return trials
  }
  const setting = (sizePt: number | undefined): Partial<RenderOptions> =>
    sizePt === undefined || !settings ? {} : {sizePt, columns: options.columns ?? columnsFor(size, settings, {...options, sizePt})}
  const chosen = (sizePt: number, brief: boolean, pages = fit): Fit => {
    const {columns} = setting(sizePt)
    const few = pages < fit ? `, too little for ${countText(fit, 'page')}` : ''
    return {options: {...options, brief, sizePt, columns}, remark: `${sizePt} pt in ${countText(columns ?? 1, 'column')}${few}`}
  }
  const whole = await search(options.brief === true)
  const best = bestTrial(whole, fit)
  if (best) return chosen(best.sizePt, options.brief === true, best.pages)
  if (layout.brief && !options.brief) {
    prints = Math.min(prints, MOST_PRINTS - 2) // A first look and one that follows it, whatever whole answers took.
    const short = await search(true)
    const fits = bestTrial(short, fit)
    if (fits) return chosen(fits.sizePt, true)
    report(fit, needed(short), needed(whole), context)
    return chosen(FLOOR_PT, true)
  }
  report(fit, needed(whole), undefined, context)
  return chosen(FLOOR_PT, options.brief === true)
}

/** Pages at the smallest type. */
function needed(trials: readonly Trial[]): number {
  const [smallest] = trials.toSorted((a, b) => a.sizePt - b.sizePt)
  return smallest ? Math.ceil(smallest.filled * (FLOOR_PT / smallest.sizePt) ** 2 - 0.01) : 0
}

function report(fit: number, short: number, whole: number | undefined, {file}: RenderContext): void {
  addProblem(file, {
    severity: 'warning',
    ruleId: 'too-long-to-fit',
    reason: `Unexpected ${countText(short, 'page')} at ${FLOOR_PT} pt${whole === undefined ? '' : ' with short answers'}, expected ${countText(fit, 'page')} or less`,
    note: `${whole === undefined ? '' : `Whole answers need about ${countText(whole, 'page')}. `}Choose a part (\`--section\`, \`--range\`), larger paper, or \`--fit ${short}\`.`
  })
}

/** One print, without tags, asked where its text ends. */
async function measuringPrint(
  layout: Layout,
  size: PageSize,
  handouts: readonly Handout[],
  context: RenderContext
): Promise<Trial & Pick<PreparedLayout, 'settings'>> {
  const prepared = await prepareLayout(layout, size, handouts, context)
  const html = await prepared.page({}, {})
  // A link gives its target a name in the file; columns fill one after the other, so the last place says how much there is.
  const marked = html
    .replace(/<\/main>/, '<p id="fit-end"><a href="#fit-end">.</a></p></main>')
    .replace('<main class="balance">', '<main class="auto">')
  const file = readPdf((await printHtml(await context.browser(), marked, {tagged: false})).bytes)
  const pages = readPages(file).length
  const end = readDestinations(file).get('fit-end')
  const {settings, measure} = prepared
  return {settings, sizePt: measure.sizePt, pages: end?.page ?? pages, filled: end ? filledAt(end, measure) : pages}
}
