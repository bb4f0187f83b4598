import type {PageSize, RenderOptions} from '../../renderer.ts'
import type {Sheet} from '../file/impose-pages.ts'
import {type CardGrid, cardSheet} from './card-grid.ts'
import type {Direction} from './direction.ts'
import {toPoints} from './to-points.ts'

/** Pages of the front and the back of one card of paper, from 0. */
interface Slot {
  readonly front: number
  readonly back?: number | undefined
}

/**
 * Lays card sides out on sheets, a sheet of fronts before the sheet of their backs. Grids stand in the middle of the sheet and backs
 * are mirrored at the edge over which the sheet is turned, so that both sides of a card cover each other; of cards that fold they stand
 * to the right of their fronts. A long answer goes on on a card of its own, front and back.
 *
 * @param cardPages - Page on which each card begins, from 1.
 * @param pages - How many there are.
 * @param dir - From right to left, the first card lies right, and a front that folds right of its back.
 */
export function toCardSheets(
  cardPages: readonly number[],
  pages: number,
  grid: CardGrid,
  options: RenderOptions,
  dir: Direction = 'ltr'
): readonly Sheet[] {
  const slots = cardPages.flatMap((first, index) => toSlots(first - 1, (cardPages[index + 1] ?? pages + 1) - 1))
  const sides = options.flip === 'fold' ? foldedSides : turnedSides
  return sides(slots, grid, options, dir)
}

function turnedSides(slots: readonly Slot[], grid: CardGrid, options: RenderOptions, dir: Direction): readonly Sheet[] {
  const {flip = 'long', backShiftMm: [right, up] = [0, 0]} = options
  const sheet = cardSheet(options)
  const place = cellPlaces(grid, sheet, dir)
  const size = {width: toPoints(sheet.widthMm), height: toPoints(sheet.heightMm), cell: cellSize(grid)}
  return chunks(slots, grid.columns * grid.rows).flatMap((group, index) => {
    const fronts = group.map(({front}, at) => ({page: front, ...place(at % grid.columns, Math.floor(at / grid.columns))}))
    const backs = group.flatMap(({back}, at) => {
      if (back === undefined) return []
      const [column, row] = [at % grid.columns, Math.floor(at / grid.columns)]
      const {left, bottom} = flip === 'long' ? place(grid.columns - 1 - column, row) : place(column, grid.rows - 1 - row)
      return [{page: back, left: round(left + toPoints(right)), bottom: round(bottom + toPoints(up))}]
    })
    // Backs bear no lines: where the printer drifts, two would stand side by side.
    return [
      {...size, cells: fronts, marks: cutLines(grid, sheet, 1), label: `${index + 1}a`},
      {...size, cells: backs, marks: '', label: `${index + 1}b`}
    ]
  })
}

function foldedSides(slots: readonly Slot[], grid: CardGrid, options: RenderOptions, dir: Direction): readonly Sheet[] {
  const sheet = cardSheet(options)
  const place = cellPlaces(grid, sheet, dir)
  const pairs = grid.columns / 2
  const marks = cutLines(grid, sheet, 2) + foldLines(grid, sheet)
  return chunks(slots, pairs * grid.rows).map((group) => ({
    width: toPoints(sheet.widthMm),
    height: toPoints(sheet.heightMm),
    cell: cellSize(grid),
    cells: group.flatMap(({front, back}, at) => {
      const [column, row] = [(at % pairs) * 2, Math.floor(at / pairs)]
      return [{page: front, ...place(column, row)}, ...(back === undefined ? [] : [{page: back, ...place(column + 1, row)}])]
    }),
    marks
  }))
}

/** Question in front, answer behind; more pages two by two. */
function toSlots(first: number, end: number): readonly Slot[] {
  return Array.from({length: Math.ceil((end - first) / 2)}, (_, index) => {
    const front = first + index * 2
    return {front, back: front + 1 < end ? front + 1 : undefined}
  })
}

function chunks(slots: readonly Slot[], size: number): readonly (readonly Slot[])[] {
  return Array.from({length: Math.ceil(slots.length / size)}, (_, index) => slots.slice(index * size, (index + 1) * size))
}

function cellSize({widthMm, heightMm}: CardGrid): {width: number; height: number} {
  return {width: toPoints(widthMm), height: toPoints(heightMm)}
}

/** Lower left corner of a cell in points; rows count from the top, columns from where lines begin. */
function cellPlaces(grid: CardGrid, sheet: PageSize, dir: Direction): (column: number, row: number) => {left: number; bottom: number} {
  const {left, top} = margins(grid, sheet)
  return (column, row) => ({
    left: toPoints(left + (dir === 'rtl' ? grid.columns - 1 - column : column) * grid.widthMm),
    bottom: toPoints(sheet.heightMm - top - (row + 1) * grid.heightMm)
  })
}

/** One dashed hairline between neighbours, from edge to edge of the sheet so that a ruler finds both ends. @param every - Cards in a row that stay together. */
function cutLines(grid: CardGrid, {widthMm, heightMm}: PageSize, every: number): string {
  const {left, top} = margins(grid, {widthMm, heightMm})
  const inside = (at: number, length: number) => at > 0.5 && at < length - 0.5
  const across = steps(grid.rows, 1, (row) => heightMm - top - row * grid.heightMm).filter((y) => inside(y, heightMm))
  const down = steps(grid.columns, every, (column) => left + column * grid.widthMm).filter((x) => inside(x, widthMm))
  const lines = [
    ...across.map((y) => `0 ${toPoints(y)} m\n${toPoints(widthMm)} ${toPoints(y)} l\nS`),
    ...down.map((x) => `${toPoints(x)} 0 m\n${toPoints(x)} ${toPoints(heightMm)} l\nS`)
  ]
  return `0.3 w\n0.45 G\n[2 2] 0 d\n${lines.join('\n')}\n`
}

/** Dotted where cards are folded: between a front and its back, as long as the cards. */
function foldLines(grid: CardGrid, sheet: PageSize): string {
  const {left, top} = margins(grid, sheet)
  const lines = steps(grid.columns - 1, 2, (column) => left + (column + 1) * grid.widthMm).map((x) => {
    const [from, to] = [top, top + grid.rows * grid.heightMm].map((y) => toPoints(sheet.heightMm - y))
    return `${toPoints(x)} ${from} m\n${toPoints(x)} ${to} l\nS`
  })
  return `0.6 w\n0.45 G\n1 J\n[0 3] 0 d\n${lines.join('\n')}\n`
}

/** Places from 0 to `count`. */
function steps(count: number, every: number, place: (index: number) => number): readonly number[] {
  return Array.from({length: Math.floor(count / every) + 1}, (_, index) => place(index * every))
}

function margins(grid: CardGrid, {widthMm, heightMm}: PageSize): {left: number; top: number} {
  return {left: (widthMm - grid.columns * grid.widthMm) / 2, top: (heightMm - grid.rows * grid.heightMm) / 2}
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
