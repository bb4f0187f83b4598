import type {TemplateSettings} from '../../../template/template.ts'
import type {Margins, PageSize, RenderOptions} from '../../renderer.ts'
import type {Direction} from './direction.ts'
import type {Measure} from './to-printable.ts'

/** A page in numbers, for templates and for estimates. */
export interface PageMeasure extends Measure, PageSize {
  readonly marginMm: Margins
  readonly columns: number
  /** Lines of prose from the top of the type area to its end. */
  readonly linesPerColumn: number
}

/** What a page is asked for besides what its layout says. */
export type PageWishes = Pick<RenderOptions, 'marginMm' | 'bindingMm' | 'holeMargin' | 'columns' | 'sizePt'> & {
  /** Of the guide: from right to left, the back of the book is right. @default 'ltr' */
  readonly dir?: Direction
}

const MM_PER_PT = 25.4 / 72
/** Between columns. */
const GAP_MM = 6
/** Number to the left of a question. */
const GUTTER_MM = 6
/** Width of a character in type sizes: prose on the average (Source Sans 3, English), code always (Source Code Pro at 88 %). */
const PROSE_EM = 0.47
const CODE_EM = 0.6 * 0.88
/** Leading of dense text. */
const LEADING = 1.28
/** Width of the page that layouts set their margins for. */
const USUAL_WIDTH_MM = 210
/** Below this, printers leave white and running heads find no room. */
const LEAST_MARGIN_MM = 10
/** From the edge of the paper to the text beside holes. */
const HOLE_MARGIN_MM = 22

/** How much a page of that layout holds on a page of that size. @param wishes - None for cards. */
export function measurePage({widthMm, heightMm}: PageSize, settings: TemplateSettings, wishes?: PageWishes): PageMeasure {
  const marginMm = wishes ? marginsOf(widthMm, settings.marginMm, wishes) : settings.marginMm
  const typeMm = widthMm - marginMm.left - marginMm.right
  const count = (settings.columns.length > 1 && wishes?.columns) || columnsOf(typeMm, settings)
  const columnMm = (typeMm - GAP_MM * (count - 1)) / count - GUTTER_MM
  const sizePt = wishes?.sizePt ?? settings.sizePt
  const emMm = sizePt * MM_PER_PT
  return {
    widthMm,
    heightMm,
    marginMm,
    columns: count,
    sizePt,
    linesPerColumn: Math.floor((heightMm - marginMm.top - marginMm.bottom) / (emMm * LEADING)),
    proseColumns: Math.floor(columnMm / (emMm * PROSE_EM)),
    codeColumns: Math.floor((columnMm - 3) / (emMm * CODE_EM))
  }
}

/** Margins shrink along with the page, else an A5 guide would have lines of 40 characters. These are right-hand pages, and from right to left left-hand ones: see to-book-sheets.ts. */
function marginsOf(widthMm: number, usual: Margins, {marginMm, bindingMm = 0, holeMargin, dir}: PageWishes): Margins {
  const shrink = (mm: number) => round(Math.max(Math.min(mm, LEAST_MARGIN_MM), mm * Math.min(1, widthMm / USUAL_WIDTH_MM)))
  const {top, right, bottom, left} = marginMm ?? {
    top: shrink(usual.top),
    right: shrink(dir === 'rtl' ? usual.left : usual.right),
    bottom: shrink(usual.bottom),
    left: shrink(dir === 'rtl' ? usual.right : usual.left)
  }
  const atBack = (mm: number) => round(Math.max(mm + bindingMm, holeMargin ? HOLE_MARGIN_MM : 0))
  return dir === 'rtl' ? {top, right: atBack(right), bottom, left} : {top, right, bottom, left: atBack(left)}
}

/** By the width of the page that would have the layout's own margins. */
function columnsOf(typeMm: number, {columns, marginMm}: TemplateSettings): number {
  const widthMm = typeMm + marginMm.left + marginMm.right
  return columns.findLast(({fromMm}) => widthMm >= fromMm - 0.01)?.count ?? 1
}

function round(mm: number): number {
  return Math.round(mm * 100) / 100
}
