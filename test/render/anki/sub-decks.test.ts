import {expect, test} from 'vitest'
import {cardFields} from '../../../src/render/anki/card-fields.ts'
import {decksOf} from '../../../src/render/anki/deck.ts'
import {makeGuide} from '../../support/make-guide.ts'

const guide = makeGuide([{id: 'a', question: 'Why?', answer: 'So.'}], {deck: 'Work::Kafka', title: 'Kafka'})

test('decksOf() puts a sub-deck for each outermost section below the guide, on demand', () => {
  const notes = [{section: 'Basics'}, {section: 'basics'}, {section: 'C::D '}, {}]
  const decks = decksOf(guide, notes, true)
  expect(decks.all.map(({name, description}) => [name, description !== ''])).toEqual([
    ['Work', false],
    ['Work::Kafka', true],
    ['Work::Kafka::basics', false],
    ['Work::Kafka::C D', false]
  ])
  expect(notes.map((note) => decks.of(note).name)).toEqual([
    'Work::Kafka::basics',
    'Work::Kafka::basics',
    'Work::Kafka::C D',
    'Work::Kafka'
  ])
  expect(decksOf(guide, notes).all.map(({name}) => name)).toEqual(['Work', 'Work::Kafka'])
})

test('the page of a deck tells title, author, day and licence, which is a link where it is an address', () => {
  const of = (change: object) => decksOf(makeGuide([], {title: 'A < B', author: 'Ada & Grace', ...change})).all[0]?.description
  expect(of({})).toBe('<b>A &lt; B</b><br>Ada &amp; Grace · 2026-01-01')
  expect(of({license: 'CC BY 4.0'})).toBe('<b>A &lt; B</b><br>Ada &amp; Grace · 2026-01-01<br>CC BY 4.0')
  expect(of({license: 'https://a.org/?x&y'})).toBe(
    '<b>A &lt; B</b><br>Ada &amp; Grace · 2026-01-01<br><a href="https://a.org/?x&amp;y">https://a.org/?x&amp;y</a>'
  )
  expect(of({license: 'javascript:alert(1)'})).toBe('<b>A &lt; B</b><br>Ada &amp; Grace · 2026-01-01<br>javascript:alert(1)')
})

test('the Source field links to the file by its name, the address escaped', () => {
  const [card] = guide.cards
  if (!card) throw new Error('Expected a card')
  const source = (sourceUrl: string) => cardFields({...card, sourceUrl}, 'made').Source
  expect(source('https://example.org/a?x=1&y="/my%20notes.md#why')).toBe(
    '<a href="https://example.org/a?x=1&amp;y=&quot;/my%20notes.md#why">a</a>'
  )
  expect(source('https://example.org/b/my%20notes.md#why')).toBe('<a href="https://example.org/b/my%20notes.md#why">my notes.md</a>')
  expect(source('https://example.org/')).toBe('<a href="https://example.org/">example.org</a>')
  expect(cardFields(card, 'made').Source).toBe('')
})
