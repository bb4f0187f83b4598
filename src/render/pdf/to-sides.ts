import type {RenderOptions} from '../renderer.ts'
import type {PdfFile} from './file/pdf-file.ts'
import {readPages} from './file/read-pages.ts'
import {selectPages} from './file/select-pages.ts'

/** One side of all sheets. */
export interface Side {
  readonly side: string
  readonly part: PdfFile
  /** What viewers call its pages. */
  readonly labels: readonly string[]
}

/**
 * Fronts and backs as two files, for printers that cannot turn sheets over. Sheets that come out face down lie in order when the pile
 * is turned over for the second run; those that come out face up lie with the last one on top. Every front has a back, blank if need be;
 * a single page is one file. Links to the other side lead to this side of that sheet.
 *
 * @param labels - Of all pages; their numbers from 1 where there are none.
 */
export function toSides(file: PdfFile, labels: readonly (string | undefined)[], {tray = 'face-down'}: RenderOptions): readonly Side[] {
  const count = readPages(file).length
  if (count < 2) return [{side: '', part: file, labels: labels.map((label) => label ?? '1')}]
  const fronts = Array.from({length: Math.ceil(count / 2)}, (_, sheet) => sheet * 2)
  const backs = fronts.map((front) => front + 1)
  const toSide = (side: string, pages: readonly number[]) => ({
    side,
    part: selectPages(
      file,
      pages.map((page) => (page < count ? page : undefined)),
      (page) => pages.findIndex((own) => Math.floor(own / 2) === Math.floor(page / 2))
    ),
    labels: pages.map((page) => labels[page] ?? String(page + 1))
  })
  return [toSide('-fronts', fronts), toSide('-backs', tray === 'face-up' ? backs.toReversed() : backs)]
}
