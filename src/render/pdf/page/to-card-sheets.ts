import type {RenderOptions} from '../../renderer.ts'
import type {Sheet} from '../file/impose-pages.ts'
import type {CardGrid} from './card-grid.ts'
import {paperSize} from './paper-size.ts'
import {toPoints} from './to-points.ts'

/** Pages of the front and the back of one card of paper, from 0. */
interface Slot {
  readonly front: number
  readonly back?: number | undefined
}

/**
 * Lays card sides out on sheets, a sheet of fronts before the sheet of their backs. Grids stand in the middle of the sheet and backs
 * are mirrored at the edge over which the sheet is turned, so that both sides of a card cover each other. A long answer goes on on
 * a card of its own, front and back.
 *
 * @param cardPages - Page on which each card begins, from 1.
 * @param pages - How many there are.
 */
export function toCardSheets(cardPages: readonly number[], pages: number, grid: CardGrid, options: RenderOptions): readonly Sheet[] {
  const slots = cardPages.flatMap((first, index) => toSlots(first - 1, (cardPages[index + 1] ?? pages + 1) - 1))
  const perSheet = grid.columns * grid.rows
  const {flip = 'long', backShiftMm: [right, up] = [0, 0]} = options
  const place = cellPlaces(grid, options)
  const size = {width: toPoints(paperSize(options.paper).widthMm), height: toPoints(paperSize(options.paper).heightMm)}
  const sheets: Sheet[] = []
  for (let start = 0; start < slots.length; start += perSheet) {
    const group = slots.slice(start, start + perSheet)
    const fronts = group.map(({front}, index) => ({page: front, ...place(index % grid.columns, Math.floor(index / grid.columns))}))
    const backs = group.flatMap(({back}, index) => {
      if (back === undefined) return []
      const [column, row] = [index % grid.columns, Math.floor(index / grid.columns)]
      const {left, bottom} = flip === 'long' ? place(grid.columns - 1 - column, row) : place(column, grid.rows - 1 - row)
      return [{page: back, left: round(left + toPoints(right)), bottom: round(bottom + toPoints(up))}]
    })
    // Backs bear no lines: where the printer drifts, two would stand side by side.
    sheets.push({...size, cells: fronts, marks: cutLines(grid, options)}, {...size, cells: backs, marks: ''})
  }
  return sheets
}

/** Question in front, answer behind; more pages two by two. */
function toSlots(first: number, end: number): readonly Slot[] {
  return Array.from({length: Math.ceil((end - first) / 2)}, (_, index) => {
    const front = first + index * 2
    return {front, back: front + 1 < end ? front + 1 : undefined}
  })
}

/** Lower left corner of a cell in points; rows count from the top. */
function cellPlaces(grid: CardGrid, options: RenderOptions): (column: number, row: number) => {left: number; bottom: number} {
  const {left, top} = margins(grid, options)
  const {heightMm} = paperSize(options.paper)
  return (column, row) => ({
    left: toPoints(left + column * grid.widthMm),
    bottom: toPoints(heightMm - top - (row + 1) * grid.heightMm)
  })
}

/** One dashed hairline between neighbours, from edge to edge of the sheet so that a ruler finds both ends. */
function cutLines(grid: CardGrid, options: RenderOptions): string {
  const {left, top} = margins(grid, options)
  const {widthMm, heightMm} = paperSize(options.paper)
  const inside = (at: number, length: number) => at > 0.5 && at < length - 0.5
  const across = Array.from({length: grid.rows + 1}, (_, row) => heightMm - top - row * grid.heightMm).filter((y) => inside(y, heightMm))
  const down = Array.from({length: grid.columns + 1}, (_, column) => left + column * grid.widthMm).filter((x) => inside(x, widthMm))
  const lines = [
    ...across.map((y) => `0 ${toPoints(y)} m\n${toPoints(widthMm)} ${toPoints(y)} l\nS`),
    ...down.map((x) => `${toPoints(x)} 0 m\n${toPoints(x)} ${toPoints(heightMm)} l\nS`)
  ]
  return `0.3 w\n0.45 G\n[2 2] 0 d\n${lines.join('\n')}\n`
}

function margins(grid: CardGrid, {paper}: RenderOptions): {left: number; top: number} {
  const {widthMm, heightMm} = paperSize(paper)
  return {left: (widthMm - grid.columns * grid.widthMm) / 2, top: (heightMm - grid.rows * grid.heightMm) / 2}
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
