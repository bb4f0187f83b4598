import type {PageSize, RenderOptions} from '../../renderer.ts'
import type {Layout} from '../layouts.ts'
import {cardSheet} from './card-grid.ts'
import {paperSize, turned} from './paper-size.ts'

/** Size of a page of a layout that does not print cards: the sheet, upright or not, or half of it. */
export function pageSize({landscape, plain}: Layout, options: RenderOptions): PageSize {
  const sheet = paperSize(options.paper)
  if (plain) return cardSheet(options)
  if (options.booklet) return {widthMm: sheet.heightMm / 2, heightMm: sheet.widthMm}
  return landscape && options.landscape ? turned(sheet) : sheet
}
