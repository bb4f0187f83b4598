import type {Paper} from '../../renderer.ts'
import type {PageSize} from './measure-page.ts'

/** Width and height of upright sheets in millimetres. */
export const paperSizes: Readonly<Record<Paper, PageSize>> = {
  A4: {widthMm: 210, heightMm: 297},
  Letter: {widthMm: 215.9, heightMm: 279.4},
  A5: {widthMm: 148, heightMm: 210},
  Legal: {widthMm: 215.9, heightMm: 355.6}
}
