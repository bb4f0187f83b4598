import {expect, test} from 'vitest'
import {bookNumbers} from '../../../../src/render/pdf/page/book-numbers.ts'
import {measurePage} from '../../../../src/render/pdf/page/measure-page.ts'
import {bookletSides, toBookSheets} from '../../../../src/render/pdf/page/to-book-sheets.ts'
import type {RenderOptions} from '../../../../src/render/renderer.ts'

const options: RenderOptions = {layouts: ['guide'], paper: 'A4', csvFormat: 'sheet'}
const settings = {
  about: '',
  contents: false,
  sizePt: 10,
  columns: [
    {fromMm: 0, count: 1},
    {fromMm: 190, count: 3},
    {fromMm: 265, count: 4}
  ],
  marginMm: {top: 24, right: 32, bottom: 24, left: 32}
}
const A4 = {widthMm: 210, heightMm: 297}
const A5 = {widthMm: 148.5, heightMm: 210}

test('measurePage() shrinks margins with the page, adds the binding and leaves room for holes', () => {
  const margins = (size: typeof A4, wishes: Partial<RenderOptions>) => measurePage(size, settings, wishes).marginMm
  expect(margins(A4, {})).toEqual(settings.marginMm)
  expect(margins(A5, {})).toEqual({top: 16.97, right: 22.63, bottom: 16.97, left: 22.63})
  expect(margins(A5, {marginMm: {top: 8, right: 9, bottom: 10, left: 11}, bindingMm: 6})).toEqual({top: 8, right: 9, bottom: 10, left: 17})
  expect(margins(A4, {marginMm: {top: 8, right: 8, bottom: 8, left: 8}, holeMargin: true}).left).toBe(22)
  expect(margins(A4, {holeMargin: true}).left).toBe(32)
})

test('measurePage() takes columns from the width that is left for text, or from the option', () => {
  const columns = (size: typeof A4, wishes: Partial<RenderOptions>) => measurePage(size, settings, wishes).columns
  expect(columns(A4, {})).toBe(3)
  expect(columns({widthMm: 297, heightMm: 210}, {})).toBe(4)
  expect(columns(A4, {bindingMm: 30})).toBe(1)
  expect(columns(A4, {columns: 2})).toBe(2)
})

test('bookNumbers() puts a blank in front of a chapter that would begin on a left-hand page', () => {
  expect(bookNumbers([], 3)).toEqual([1, 2, 3])
  expect(bookNumbers([1, 2, 4, 5], 5)).toEqual([1, 3, 4, 5, 7])
})

test('bookletSides() are those of sheets folded together', () => {
  expect(bookletSides(4)).toEqual([
    [4, 1],
    [2, 3]
  ])
  expect(bookletSides(5)).toEqual([
    [8, 1],
    [2, 7],
    [6, 3],
    [4, 5]
  ])
  // Leaf through it: behind each page lies the next.
  for (const count of [1, 7, 8, 30]) {
    const sides = bookletSides(count)
    expect(sides.flat().toSorted((a, b) => a - b)).toEqual(Array.from({length: Math.ceil(count / 4) * 4}, (_, index) => index + 1))
    for (let sheet = 0; sheet < sides.length; sheet += 2) {
      const [[, front] = [0, 0], [behind] = [0, 0]] = sides.slice(sheet)
      expect(behind).toBe(front + 1)
    }
  }
})

test('toBookSheets() mirrors left-hand pages of a bound book only, and leaves a plain print alone', () => {
  const sheets = (wishes: Partial<RenderOptions>, numbers = [1, 2, 3]) =>
    toBookSheets(numbers, measurePage(A4, settings, wishes), {...options, ...wishes})
  expect(sheets({})).toBeUndefined()
  expect(sheets({bindingMm: 8, duplex: 'off'})).toBeUndefined()
  // The margin at the back of the book is 8 mm wider: 22.677 points.
  expect(sheets({bindingMm: 8})?.map(({cells}) => cells)).toEqual([
    [{page: 0, left: 0, bottom: 0}],
    [{page: 1, left: -22.677, bottom: 0}],
    [{page: 2, left: 0, bottom: 0}]
  ])
  expect(sheets({recto: true}, [1, 3])?.map(({cells}) => cells.map(({page}) => page))).toEqual([[0], [], [1]])
})

test('toBookSheets() lays two pages on each side of a booklet and fills up with blanks', () => {
  const wishes = {...options, booklet: true, bindingMm: 5}
  const [first, second] = toBookSheets([1, 2, 3], measurePage(A5, settings, wishes), wishes) ?? []
  expect(first).toEqual({width: 841.89, height: 595.276, cells: [{page: 0, left: 420.945, bottom: 0}], marks: '', label: '4 · 1'})
  expect(second?.cells).toEqual([
    {page: 1, left: -14.173, bottom: 0},
    {page: 2, left: 420.945, bottom: 0}
  ])
})

test('from right to left a book is bound at its right, and a booklet begins on the left', () => {
  const wishes = {...options, bindingMm: 8, dir: 'rtl' as const}
  const page = measurePage(A4, {...settings, marginMm: {top: 18, right: 18, bottom: 20, left: 24}}, wishes)
  expect(page.marginMm).toEqual({top: 18, right: 32, bottom: 20, left: 18})
  // Left-hand pages have the odd numbers; right-hand ones have the back at their left.
  expect(toBookSheets([1, 2], page, wishes, 'rtl')?.map(({cells}) => cells.map(({left}) => left))).toEqual([[0], [39.685]])
  const booklet = {...options, booklet: true}
  const sides = toBookSheets([1, 2, 3, 4], measurePage(A5, settings, booklet), booklet, 'rtl')
  expect(sides?.map(({label}) => label)).toEqual(['1 · 4', '3 · 2'])
})
