import {expect, test} from 'vitest'
import {cardGrid, cardSheet} from '../../../../src/render/pdf/page/card-grid.ts'
import {smallerSteps} from '../../../../src/render/pdf/page/smaller-steps.ts'
import {toCardSheets} from '../../../../src/render/pdf/page/to-card-sheets.ts'
import type {RenderOptions} from '../../../../src/render/renderer.ts'
import {CliError} from '../../../../src/report/cli-error.ts'

const base: RenderOptions = {layouts: ['flashcards'], paper: 'A4', csvFormat: 'sheet'}

/** Sheets of `count` cards with one page in front and one behind. */
function sheetsOf(options: RenderOptions, count: number, dir: 'ltr' | 'rtl' = 'ltr') {
  const pages = Array.from({length: count}, (_, index) => index * 2 + 1)
  return toCardSheets(pages, count * 2, cardGrid(options), options, dir)
}

test('cardGrid() fits cards onto the paper', () => {
  const grid = (options: Partial<RenderOptions>) => cardGrid({...base, ...options})
  expect(grid({})).toEqual({widthMm: 105, heightMm: 74.25, columns: 2, rows: 4})
  expect(grid({cardSize: 'index', paper: 'Letter'})).toEqual({widthMm: 127, heightMm: 76.2, columns: 1, rows: 3})
  expect(grid({cardSize: 'business'})).toEqual({widthMm: 85, heightMm: 55, columns: 2, rows: 5})
  expect(grid({cardSize: 'business', paper: 'Letter'})).toEqual({widthMm: 85, heightMm: 55, columns: 2, rows: 4})
})

for (const dir of ['ltr', 'rtl'] as const)
  for (const paper of ['A4', 'Letter'] as const)
    for (const cardSize of ['a7', 'index', 'business'] as const)
      for (const flip of ['long', 'short'] as const)
        test(`toCardSheets() makes both sides of a card meet: ${cardSize} on ${paper}, flipped on the ${flip} edge, ${dir}`, () => {
          const options = {...base, paper, cardSize, flip}
          const {widthMm, heightMm} = cardGrid(options)
          const [front, back] = sheetsOf(options, 3, dir)
          if (!front || !back) throw new Error('Expected two sheets')
          expect(back.cells.map(({page}) => page)).toEqual(front.cells.map(({page}) => page + 1))
          const [width, height] = [(widthMm * 72) / 25.4, (heightMm * 72) / 25.4]
          for (const [index, {left, bottom}] of front.cells.entries()) {
            const behind = back.cells[index]
            // Turned over, the back lies mirrored: its right edge is where the card's left edge is.
            const seen =
              flip === 'long'
                ? {left: back.width - (behind?.left ?? 0) - width, bottom: behind?.bottom ?? 0}
                : {left: behind?.left ?? 0, bottom: back.height - (behind?.bottom ?? 0) - height}
            expect(Math.abs(seen.left - left)).toBeLessThan(0.01)
            expect(Math.abs(seen.bottom - bottom)).toBeLessThan(0.01)
          }
        })

test('toCardSheets() begins at the right where that is where lines begin', () => {
  const lefts = (dir: 'ltr' | 'rtl', options = base) => sheetsOf(options, 3, dir).map(({cells}) => cells.map(({left}) => Math.round(left)))
  expect([lefts('ltr'), lefts('rtl')]).toEqual([
    [
      [0, 298, 0],
      [298, 0, 298]
    ],
    [
      [298, 0, 298],
      [0, 298, 0]
    ]
  ])
})

test('toCardSheets() moves only backs, and draws cut lines only in front', () => {
  const [plainFront, plainBack] = sheetsOf(base, 1)
  const [front, back] = sheetsOf({...base, backShiftMm: [1.5, -0.5]}, 1)
  expect(front).toEqual(plainFront)
  expect((back?.cells[0]?.left ?? 0) - (plainBack?.cells[0]?.left ?? 0)).toBeCloseTo(4.252, 3)
  expect((back?.cells[0]?.bottom ?? 0) - (plainBack?.cells[0]?.bottom ?? 0)).toBeCloseTo(-1.417, 3)
  expect(front?.marks.match(/ l\nS/g)).toHaveLength(4) // Three between four rows, one between two columns.
  expect(back?.marks).toBe('')
})

test('toCardSheets() lets a long answer go on on a card of its own', () => {
  const [front, back] = toCardSheets([1, 4], 5, cardGrid(base), base)
  expect(front?.cells.map(({page}) => page)).toEqual([0, 2, 3])
  expect(back?.cells.map(({page}) => page)).toEqual([1, 4])
})

test('cardGrid() lays cards that fold in pairs, on the side of the paper that holds more', () => {
  const grid = (options: Partial<RenderOptions>) => cardGrid({...base, flip: 'fold', ...options})
  expect(grid({})).toEqual({widthMm: 105, heightMm: 74.25, columns: 2, rows: 4})
  expect(grid({cardSize: 'index'})).toEqual({widthMm: 127, heightMm: 76.2, columns: 2, rows: 2})
  expect(cardSheet({...base, flip: 'fold', cardSize: 'index'})).toEqual({widthMm: 297, heightMm: 210})
  expect(grid({paper: 'A5'})).toEqual({widthMm: 105, heightMm: 74, columns: 2, rows: 2})
})

test('cardGrid() refuses paper that holds no card', () => {
  const paper = {widthMm: 105, heightMm: 148}
  expect(() => cardGrid({...base, cardSize: 'index', paper})).toThrow(
    new CliError('Unexpected paper of 105 × 148 mm for `--card-size index`, expected room for one card', 2)
  )
  expect(() => cardGrid({...base, cardSize: 'business', flip: 'fold', paper})).toThrow(
    new CliError('Unexpected paper of 105 × 148 mm for `--card-size business`, expected room for one card and its back beside it', 2)
  )
})

test('toCardSheets() puts the back of a card that folds to the right of its front, with a line between to fold and none to cut', () => {
  const [sheet, ...others] = sheetsOf({...base, flip: 'fold'}, 3)
  expect(others).toEqual([])
  expect(sheet?.cells.map(({page, left}) => [page, left])).toEqual([
    [0, 0],
    [1, 297.638],
    [2, 0],
    [3, 297.638],
    [4, 0],
    [5, 297.638]
  ])
  const [cut = '', fold = ''] = (sheet?.marks ?? '').split('0.6 w')
  expect(cut.match(/ l\nS/g)).toHaveLength(3)
  expect(fold).toContain('297.638 841.89 m\n297.638 0 l\nS')
})

test('smallerSteps() sets answers smaller that take more than one side, down to the floor', () => {
  const cards = ['a', 'b', 'c'].map((anchor) => ({title: '', anchor, section: '', level: 0, number: 1, label: ''}))
  expect(smallerSteps({a: 0, b: 1, c: 2}, cards, [1, 3, 6], 9)).toEqual({a: 0, b: 2, c: 2})
  expect(smallerSteps({a: 0, b: 2, c: 2}, cards, [1, 3, 6], 9)).toBeUndefined()
})
