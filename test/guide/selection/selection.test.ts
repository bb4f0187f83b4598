import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Guide} from '../../../src/guide/guide.ts'
import {byDifficulty, difficultyOf} from '../../../src/guide/selection/by-difficulty.ts'
import {byKind} from '../../../src/guide/selection/by-kind.ts'
import {byRange, readRanges} from '../../../src/guide/selection/by-range.ts'
import {bySection} from '../../../src/guide/selection/by-section.ts'
import {byTag} from '../../../src/guide/selection/by-tag.ts'
import {sample} from '../../../src/guide/selection/sample.ts'
import {missedBy, type Selection, select} from '../../../src/guide/selection/selection.ts'
import {type CardText, makeGuide} from '../../support/make-guide.ts'

const guide = makeGuide(
  [
    {id: 'a', question: 'What is a topic?', section: ['1. Basics']},
    {id: 'b', question: 'What is a broker?', section: ['1. Basics', 'Servers'], tags: ['easy', 'kafka/core']},
    {id: 'c', question: 'What is a group? ⭐⭐⭐', section: ['2. Consumers'], tags: ['Kafka::Groups']},
    {id: 'd', question: 'Pick one', kind: 'mcq', options: [{text: 'x', right: true}], section: ['3. Advanced consumers']}
  ],
  {tags: ['streams']}
)

function ids(selection: Selection, of: Guide = guide): string {
  return select(of, [selection])
    .cards.map(({id}) => id)
    .join('')
}

test('a part keeps numbers, labels and the date of the whole; its files are called otherwise', () => {
  const part = select(guide, [bySection(['Consumers']), byKind(['basic'])])
  expect(part.cards).toEqual([guide.cards[2]])
  expect(part).toEqual({...guide, cards: part.cards, outputName: 'made-consumers-basic'})
})

test('bySection() takes a heading at any depth, without its number, whatever its case; all of the heading', () => {
  expect(ids(bySection(['basics']))).toBe('ab')
  expect(ids(bySection(['2. Consumers']))).toBe('c')
  expect(ids(bySection(['1. Consumers']))).toBe('')
  expect(ids(bySection(['servers', 'consumers']))).toBe('bc')
})

test('byTag() takes tags of cards and of the guide, upper levels with their lower ones', () => {
  expect(ids(byTag(['kafka']))).toBe('bc')
  expect(ids(byTag(['#kafka/groups']))).toBe('c')
  expect(ids(byTag(['kaf']))).toBe('')
  expect(ids(byTag(['Streams']))).toBe('abcd')
})

test('difficultyOf() reads tags, signs and headings, and nothing from "Easy to hard"', () => {
  expect(guide.cards.map(difficultyOf)).toEqual(['easy', 'easy', 'hard', 'hard'])
  const [both] = makeGuide([{id: 'a', question: 'Q?', section: ['Easy to hard']}]).cards
  expect(both && difficultyOf(both)).toBeUndefined()
  const signs = ['Q? 🟢', 'Q? ⭐', 'Q? ⭐️⭐️', 'Q? ★★★', 'Q? 🟡'].map((question): CardText => ({id: question, question}))
  expect(makeGuide(signs).cards.map(difficultyOf)).toEqual(['easy', 'easy', 'medium', 'hard', 'medium'])
  expect(ids(byDifficulty(['hard']))).toBe('cd')
})

test('byRange() chooses by number; readRanges() knows ranges, single numbers and open ends', () => {
  expect(ids(byRange(readRanges('1, 3-') ?? []))).toBe('acd')
  expect(ids(byRange(readRanges('2–3') ?? []))).toBe('bc')
  for (const wrong of ['', 'x', '5-3', '0-2', '-3', '1,,2', '1-2-3', '1.5']) expect(readRanges(wrong)).toBeUndefined()
})

test('what is not there is named with what is', () => {
  const missed = (selection: Selection) => missedBy([guide], [selection])
  expect(missed(bySection(['Consumer']))).toBe('No question stands in a section `Consumer`; did you mean `2. Consumers`?')
  expect(missed(bySection(['Java']))).toBe(
    'No question stands in a section `Java`; there are `1. Basics`, `Servers`, `2. Consumers`, `3. Advanced consumers`.'
  )
  expect(missed(byTag(['streems', 'x']))).toBe('No question has a tag `streems` or `x`; did you mean `streams`?')
  expect(missed(byDifficulty(['medium']))).toBe('No question is medium; there are 2 easy, 2 hard ones.')
  expect(missed(byKind(['cloze']))).toBe('No question is of the kind cloze; there are 3 basic ones, 1 mcq one.')
  expect(missed(byRange([[9, 12]]))).toBe('No question has a number in 9-12; they go from 1 to 4.')
  expect(missed(byKind(['mcq']))).toBeUndefined()
})

test('of several choices the one is named that leaves nothing, with what the others left', () => {
  expect(missedBy([guide], [byKind(['mcq']), bySection(['Basics'])])).toBe(
    'No question stands in a section `Basics`; there is `3. Advanced consumers`.'
  )
})

const hundred = makeGuide(Array.from({length: 100}, (_, index) => ({id: `c${index}`, question: `Question ${index}?`})))

test('sample() draws the same cards on every machine and in every release: these', () => {
  expect(select(hundred, [sample(5, 7)]).cards.map(({number}) => number)).toMatchInlineSnapshot(`
    [
      13,
      25,
      33,
      75,
      95,
    ]
  `)
  expect(select(hundred, [sample(5, 8)]).cards.map(({number}) => number)).toMatchInlineSnapshot(`
    [
      15,
      22,
      34,
      42,
      73,
    ]
  `)
})

test('sample() draws as many as asked for, in order, and changes by one card at most when one is taken away', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 100}), fc.nat(), fc.nat(99), (count, seed, gone) => {
      const drawn = select(hundred, [sample(count, seed)]).cards
      expect(drawn).toHaveLength(count)
      expect(drawn.map(({number}) => number)).toEqual(drawn.map(({number}) => number).toSorted((a, b) => a - b))
      const later = {...hundred, cards: hundred.cards.toSpliced(gone, 1)}
      const again = new Set(select(later, [sample(count, seed)]).cards)
      expect(drawn.filter((card) => !again.has(card)).length).toBeLessThanOrEqual(1)
    })
  )
})
