import type {PageSize, RenderOptions} from '../../renderer.ts'
import type {Layout} from '../layouts.ts'
import {paperSize, turned} from './paper-size.ts'

/** Size of a page of a layout that does not print cards: the sheet, upright or not, or half of it. */
export function pageSize({landscape}: Layout, options: RenderOptions): PageSize {
  const sheet = paperSize(options.paper)
  if (options.booklet) return {widthMm: sheet.heightMm / 2, heightMm: sheet.widthMm}
  return landscape && options.landscape ? turned(sheet) : sheet
}
