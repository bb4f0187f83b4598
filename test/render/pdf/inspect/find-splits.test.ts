import {expect, test} from 'vitest'
import {findContinuedCards, findSplits, type HeadingPlace} from '../../../../src/render/pdf/inspect/find-splits.ts'
import type {Heading} from '../../../../src/render/pdf/page/headings-of.ts'
import type {PageMeasure} from '../../../../src/render/pdf/page/measure-page.ts'

const mm = 25.4 / 72

/** A type area of 100 points height with two columns of 50, and 20 points of white around it. */
const measure = {
  widthMm: 140 * mm,
  heightMm: 140 * mm,
  marginMm: {top: 20 * mm, right: 20 * mm, bottom: 20 * mm, left: 20 * mm},
  columns: 2,
  sizePt: 5
} as PageMeasure

const question = (anchor: string): Heading => ({title: anchor, anchor, section: '', level: 0, number: 1, label: ''})
const section: Heading = {title: 's', anchor: 's', section: 's', level: 2, number: 0, label: ''}
const place = (page: number, column: number, down: number): HeadingPlace => ({page, left: 20 + column * 50, top: 120 - down})

const splitsOf = (places: readonly HeadingPlace[], pages: number, headings = places.map((_, index) => question(`q${index}`))) =>
  findSplits(headings, places, pages, measure).map(({anchor, pages: count}) => [anchor, count])

test('a card that ends on its page, or goes on in the next column of it, is whole', () => {
  expect(splitsOf([place(1, 0, 0), place(1, 1, 60), place(2, 0, 0)], 2)).toEqual([])
})

test('a card is split when the next heading stands further down on another page', () => {
  expect(splitsOf([place(1, 1, 60), place(2, 0, 20)], 2)).toEqual([['q0', 2]])
})

test('a card is split when the next heading stands at the top of another column than the first', () => {
  expect(splitsOf([place(1, 1, 60), place(2, 1, 0)], 2)).toEqual([['q0', 2]])
})

test('a card is not split when a heading at the top of the next page ends it, of a section too', () => {
  expect(splitsOf([place(1, 1, 60), place(2, 0, 4), place(2, 0, 30)], 2, [question('a'), section, question('b')])).toEqual([])
})

test('a card over whole pages is counted with all of them, the last of the file to its end', () => {
  expect(splitsOf([place(1, 0, 0), place(4, 0, 0), place(4, 0, 50)], 6)).toEqual([
    ['q0', 3],
    ['q2', 3]
  ])
})

test('findContinuedCards() counts cards of paper: a front and a back each', () => {
  const cards = ['a', 'b', 'c'].map(question)
  expect(findContinuedCards(cards, [1, 3, 7], 9)).toEqual([
    {anchor: 'b', pages: 2},
    {anchor: 'c', pages: 2}
  ])
  expect(findContinuedCards(cards, [1, 3, 5], 6)).toEqual([])
})
