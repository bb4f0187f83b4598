import type {RenderOptions} from '../../renderer.ts'
import type {Sheet} from '../file/impose-pages.ts'
import type {Direction} from './direction.ts'
import type {PageMeasure} from './measure-page.ts'
import {toPoints} from './to-points.ts'

/** Binding asks for mirrored margins; layouts with a wide left margin for other reasons keep it on the left. */
function isBound({bindingMm = 0, holeMargin, booklet}: RenderOptions): boolean {
  return bindingMm > 0 || Boolean(holeMargin) || Boolean(booklet)
}

/**
 * Lays pages out on sheets where that takes more than printing them: left-hand pages with the margins of a right-hand one mirrored,
 * blanks, two pages a side. Chromium could mirror margins by itself, but does not know of the blanks that come afterwards.
 *
 * @param numbers - Of each page of the print in the book, ascending from 1; numbers left out are blank pages.
 * @param dir - From right to left, the book is bound at its right, and odd pages are left-hand ones.
 * @returns Nothing where the print is fine as it is.
 */
export function toBookSheets(
  numbers: readonly number[],
  page: PageMeasure,
  options: RenderOptions,
  dir: Direction = 'ltr'
): readonly Sheet[] | undefined {
  const mirrored = isBound(options) && options.duplex !== 'off' && page.marginMm.left !== page.marginMm.right
  const count = numbers.at(-1) ?? 0
  if (!mirrored && !options.booklet && count === numbers.length) return undefined
  const width = toPoints(page.widthMm)
  const height = toPoints(page.heightMm)
  const shift = mirrored ? toPoints(page.marginMm.right - page.marginMm.left) : 0
  const places = new Map(numbers.map((number, index) => [number, index]))
  const cellsOf = (number: number, left: number) => {
    const index = places.get(number)
    return index === undefined ? [] : [{page: index, left: left + (number % 2 === 0 ? shift : 0), bottom: 0}]
  }
  if (!options.booklet) return Array.from({length: count}, (_, index) => ({width, height, cells: cellsOf(index + 1, 0), marks: ''}))
  const sides = bookletSides(count).map((side) => (dir === 'rtl' ? side.toReversed() : side))
  return sides.map(([left = 0, right = 0]) => ({
    width: width * 2,
    height,
    cells: [...cellsOf(left, 0), ...cellsOf(right, width)],
    marks: '',
    label: `${left} · ${right}`
  }))
}

/** Pages of each side of the sheets, fronts and backs in turn, left and right: 4 and 1, 2 and 3 for four pages. Numbers above `pages` are blank. */
export function bookletSides(pages: number): readonly (readonly [left: number, right: number])[] {
  const last = Math.ceil(pages / 4) * 4
  return Array.from({length: last / 2}, (_, side) => (side % 2 === 0 ? [last - side, side + 1] : [side + 1, last - side]))
}
