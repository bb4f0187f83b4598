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
