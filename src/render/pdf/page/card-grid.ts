import {CliError} from '../../../report/cli-error.ts'
import type {CardSize, PageSize, RenderOptions} from '../../renderer.ts'
import {paperSize, paperText, turned} from './paper-size.ts'

/** Cards on a sheet: the size of one, and how many stand side by side and one below the other. */
export interface CardGrid extends PageSize {
  readonly columns: number
  readonly rows: number
}

/** Sheets are cut into cards of about this height, without a margin. */
const A7_HEIGHT_MM = 74
const INDEX: PageSize = {widthMm: 127, heightMm: 76.2}
const BUSINESS: PageSize = {widthMm: 85, heightMm: 55}
/** Of each edge that printers leave white; A7 cards meet the edge of the sheet, their text does not. */
const EDGE_MM = 5

const GRIDS: Readonly<Record<CardSize, (paper: PageSize) => CardGrid>> = {
  a7: (paper) => divide(paper, paper.widthMm < 180 ? 1 : 2, Math.round(paper.heightMm / A7_HEIGHT_MM)),
  index: (paper) => gridOf(INDEX, paper),
  business: (paper) => gridOf(BUSINESS, paper)
}

/**
 * The grid of the card size that was asked for on the paper that was asked for.
 *
 * @throws CliError when not one card fits.
 */
export function cardGrid(options: RenderOptions): CardGrid {
  const grid = gridOn(cardSheet(options), options)
  if (grid.columns * grid.rows > 0) return grid
  const {cardSize = 'a7', flip, paper} = options
  throw new CliError(
    `Unexpected paper of ${paperText(paper)} for \`--card-size ${cardSize}\`, expected room for one card${flip === 'fold' ? ' and its back beside it' : ''}`,
    2
  )
}

/** The sheet that cards are laid out on: it lies on its side where more cards with their backs beside them find room so. */
export function cardSheet(options: RenderOptions): PageSize {
  const upright = paperSize(options.paper)
  if (options.flip !== 'fold') return upright
  const count = (sheet: PageSize) => {
    const {columns, rows} = gridOn(sheet, options)
    return columns * rows
  }
  return count(turned(upright)) > count(upright) ? turned(upright) : upright
}

/** Cards that fold lie in pairs, side by side. */
function gridOn(sheet: PageSize, {cardSize = 'a7', flip}: RenderOptions): CardGrid {
  const grid = GRIDS[cardSize](sheet)
  return flip === 'fold' ? {...grid, columns: Math.floor(grid.columns / 2) * 2} : grid
}

function divide({widthMm, heightMm}: PageSize, columns: number, rows: number): CardGrid {
  return {widthMm: widthMm / columns, heightMm: heightMm / rows, columns, rows}
}

function gridOf(card: PageSize, paper: PageSize): CardGrid {
  const times = (side: 'widthMm' | 'heightMm') => Math.floor((paper[side] - 2 * EDGE_MM) / card[side])
  return {...card, columns: times('widthMm'), rows: times('heightMm')}
}
