import {expect, test} from 'vitest'
import {sheetsOf} from '../../../../src/render/pdf/inspect/sheets-of.ts'
import {renderContext} from '../../../support/render-context.ts'

const {options} = renderContext()

test.each([
  ['two pages a sheet, the last one may be alone', {}, {...options}, 7, 4],
  ['one side only', {}, {...options, duplex: 'off'}, 7, 7],
  ['fronts and backs printed one after the other', {}, {...options, duplex: 'manual'}, 4, 4],
  ['fronts and backs of cards', {cards: true}, {...options}, 6, 3],
  ['cards whatever --duplex says of other layouts', {cards: true}, {...options, duplex: 'off'}, 6, 3],
  ['cards that fold', {cards: true}, {...options, flip: 'fold'}, 6, 6],
  ['sides of a booklet', {}, {...options, booklet: true}, 8, 4]
] as const)('sheetsOf() counts paper: %s', (_, layout, own, pages, sheets) => {
  expect(sheetsOf(layout, pages, own)).toBe(sheets)
})
