import type {RenderOptions} from '../../renderer.ts'
import type {Layout} from '../layouts.ts'

/**
 * Sheets of paper that the pages of a file take, once printed.
 *
 * @param pages - Of the file; with `--duplex manual`, of the file with the fronts.
 */
export function sheetsOf(layout: Pick<Layout, 'cards'>, pages: number, {duplex, flip}: RenderOptions): number {
  const isOneSided = duplex === 'manual' || (layout.cards ? flip === 'fold' : duplex === 'off')
  return isOneSided ? pages : Math.ceil(pages / 2)
}
