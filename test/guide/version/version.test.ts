import fc from 'fast-check'
import {expect, test} from 'vitest'
import {shuffleOptions} from '../../../src/guide/version/shuffle-options.ts'
import {toVersion} from '../../../src/guide/version/to-version.ts'
import {toPlainText} from '../../../src/mdast/to-plain-text.ts'
import {type CardText, makeGuide} from '../../support/make-guide.ts'

const sections = [[], ['One'], ['One', 'Deep'], ['Two'], ['One']] as const
const guide = makeGuide(
  Array.from({length: 25}, (_, index) => ({id: `c${index}`, question: `Question ${index}?`, section: [...(sections[index % 5] ?? [])]}))
)

test('toVersion() keeps every card, numbers them anew, keeps sections together and questions outside of sections in front', () => {
  fc.assert(
    fc.property(fc.constantFrom('A', 'B', 'C'), fc.nat(), (version, seed) => {
      const {cards} = toVersion(guide, version, seed)
      expect(cards.map(({id}) => id).toSorted()).toEqual(guide.cards.map(({id}) => id).toSorted())
      expect(cards.map(({number}) => number)).toEqual(guide.cards.map(({number}) => number))
      expect(cards.map(({id}) => cards.find((card) => card.id === id)?.label)).toEqual(cards.map(({id}) => `L${Number(id.slice(1)) + 1}`))
      const paths = cards.map(({section}) => section.join('/'))
      expect(paths.slice(0, 5)).toEqual(['', '', '', '', ''])
      expect(paths.filter((path, index) => path !== paths[index - 1])).toHaveLength(4)
    })
  )
})

test('versions differ from each other and by seed, and are these on every machine', () => {
  const order = (version: string, seed: number) => toVersion(guide, version, seed).cards.map(({id}) => Number(id.slice(1)))
  expect(order('A', 1).join(' ')).toMatchInlineSnapshot(`"15 20 10 5 0 3 8 23 13 18 11 4 1 16 9 21 24 6 19 14 7 17 2 12 22"`)
  expect(order('B', 1).join(' ')).toMatchInlineSnapshot(`"20 0 10 5 15 13 8 3 18 23 1 4 14 9 16 6 24 11 19 21 7 12 2 17 22"`)
  expect(order('A', 2)).not.toEqual(order('A', 1))
})

/** Options of a question in the orders that twenty draws give. */
function orders(options: readonly string[], change: Partial<CardText> = {}): ReadonlySet<string> {
  const [card] = makeGuide([
    {id: 'a', question: 'Pick', kind: 'mcq', options: options.map((text) => ({text, right: text === 'two'})), ...change}
  ]).cards
  if (!card) throw new Error('Expected a card')
  return new Set(
    Array.from({length: 20}, (_, lot) => {
      const shuffled = shuffleOptions(card, String(lot)).options
      expect(shuffled.filter(({right}) => right).map(({content}) => toPlainText({type: 'root', children: [...content]}))).toEqual(['two'])
      return shuffled.map(({content}) => toPlainText({type: 'root', children: [...content]})).join(' | ')
    })
  )
}

test('shuffleOptions() draws all orders, and what is right stays right', () => {
  expect(orders(['one', 'two', 'three']).size).toBe(6)
})

test.for(['All of the above', 'None of these', 'none of the above.', 'Alle Antworten'])('"%s" stays at the end', (last) => {
  const found = [...orders(['one', 'two', last])]
  expect(found).toHaveLength(2)
  expect(found.every((order) => order.endsWith(` | ${last}`))).toBe(true)
})

test.for([
  [['one', 'two', 'A and B'], {}],
  [['one', 'two', 'Both options above'], {}],
  [['one', 'two', 'three'], {explanation: 'B is right, since A) came first.'}],
  [['one', 'two', 'three'], {answer: 'Option A would be slow.'}]
] as const)('options stay in order where texts name them by letter or place: %j', ([options, change]) => {
  expect(orders(options, change)).toEqual(new Set([options.join(' | ')]))
})

test('articles, languages and sizes are no letters of options', () => {
  expect(orders(['one', 'two'], {answer: 'A queue in C++, a B-tree, C# or Kleene’s theorem.'}).size).toBe(2)
})
