import type {TemplateSettings} from '../../../template/template.ts'
import type {Measure} from './to-printable.ts'

/** Of a sheet, or of a card. */
export interface PageSize {
  readonly widthMm: number
  readonly heightMm: number
}

/** A page in numbers, for templates and for estimates. */
export interface PageMeasure extends Measure, PageSize {
  readonly columns: number
  /** Lines of prose from the top of the type area to its end. */
  readonly linesPerColumn: number
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

/** How much a page of that layout holds on a page of that size. */
export function measurePage({widthMm, heightMm}: PageSize, {marginMm, columns, sizePt}: TemplateSettings): PageMeasure {
  const count = columns.findLast(({fromMm}) => widthMm >= fromMm)?.count ?? 1
  const columnMm = (widthMm - marginMm.left - marginMm.right - GAP_MM * (count - 1)) / count - GUTTER_MM
  const emMm = sizePt * MM_PER_PT
  return {
    widthMm,
    heightMm,
    columns: count,
    linesPerColumn: Math.floor((heightMm - marginMm.top - marginMm.bottom) / (emMm * LEADING)),
    proseColumns: Math.floor(columnMm / (emMm * PROSE_EM)),
    codeColumns: Math.floor((columnMm - 3) / (emMm * CODE_EM))
  }
}
