import {expect, test} from 'vitest'
import {fingerprints} from '../../src/guide/natural-ids.ts'
import type {LockedGuide} from '../../src/lock/lock.ts'
import type {Clock, Unsettled} from '../../src/lock/settle-cards.ts'
import {settleLock} from '../../src/lock/settle-lock.ts'
import {type CandidateText, candidate} from '../support/candidate.ts'

function unsettled(...cards: readonly CandidateText[]) {
  return cards.map((text) => ({
    candidate: candidate(text),
    prints: fingerprints(candidate(text), text.answer ?? ''),
    contentHash: JSON.stringify(text)
  }))
}

/** Settles one guide by what the lock has of it. */
function settleCards(id: string, cards: readonly Unsettled[], locked: LockedGuide | undefined, {guideSeconds, ...clock}: Clock) {
  const guide = {id, source: 'kafka.md', deck: 'Kafka', notetypes: {standard: 1, cloze: 2}, unsettled: cards, guideSeconds}
  const [settled] = settleLock({version: 1, guides: locked ? {[id]: locked} : {}}, [guide], new Set(), new Set(), clock).guides
  if (!settled) throw new Error('Expected a guide')
  return settled
}

const guide = (cards: LockedGuide['cards']): LockedGuide => ({source: 'kafka.md', deck: 'Kafka', notetypes: {standard: 1, cloze: 2}, cards})
const first = unsettled({question: 'What?', answer: 'That.'}, {question: 'Why?', answer: 'Because.'})
const start = settleCards('kafka', first, undefined, {guideSeconds: 1000, nowSeconds: 5000})

test('a new card is stamped with the date of its guide', () => {
  expect(start.settled.map(({change, modSeconds}) => [change, modSeconds])).toEqual([
    ['new', 1000],
    ['new', 1000]
  ])
})

test('a guide dated in the future does not date its cards so', () => {
  expect(settleCards('kafka', first, undefined, {guideSeconds: 9000, nowSeconds: 5000}).settled[0]?.modSeconds).toBe(5000)
})

test('an unchanged build gives the same lock, whatever the clock says', () => {
  const again = settleCards('kafka', first, guide(start.cards), {guideSeconds: 7000, nowSeconds: 8000})
  expect(again.cards).toEqual(start.cards)
  expect(again.settled.map(({change}) => change)).toEqual(['same', 'same'])
})

test('an edited answer raises the time of that card alone', () => {
  const edited = unsettled({question: 'What?', answer: 'This.'}, {question: 'Why?', answer: 'Because.'})
  const next = settleCards('kafka', edited, guide(start.cards), {guideSeconds: 7000, nowSeconds: 8000})
  expect(next.settled.map(({change, modSeconds, id}) => [change, modSeconds, id])).toEqual([
    ['changed', 8000, start.settled[0]?.id],
    ['same', 1000, start.settled[1]?.id]
  ])
})

test('a clock that runs behind still raises the time', () => {
  const edited = unsettled({question: 'What?', answer: 'This.'})
  expect(settleCards('kafka', edited, guide(start.cards), {guideSeconds: 0, nowSeconds: 10}).settled[0]?.modSeconds).toBe(1001)
})

test('a removed card stays in the lock with its label, and comes back as itself', () => {
  const without = settleCards('kafka', first.slice(1), guide(start.cards), {guideSeconds: 0, nowSeconds: 6000})
  const id = start.settled[0]?.id ?? ''
  expect(without.removed).toEqual([id])
  expect(without.cards[id]).toEqual({...start.cards[id], removed: 6000})
  const later = settleCards('kafka', first.slice(1), guide(without.cards), {guideSeconds: 0, nowSeconds: 7000})
  expect([later.removed, later.cards]).toEqual([[], without.cards])
  const back = settleCards('kafka', first, guide(later.cards), {guideSeconds: 0, nowSeconds: 9000})
  expect(back.settled[0]).toEqual({...start.settled[0], change: 'same', matchedBy: 'question', before: later.cards[id], place: 1})
})

test('a question that takes the place of a reworded one does not take its id', () => {
  const reworded = settleCards('kafka', unsettled({question: 'What exactly?', answer: 'That.'}), guide(start.cards), {
    guideSeconds: 0,
    nowSeconds: 6000
  })
  expect(reworded.settled[0]?.id).toBe(start.settled[0]?.id)
  const both = unsettled({question: 'What exactly?', answer: 'That.'}, {question: 'What?', answer: 'Something new.'})
  const ids = settleCards('kafka', both, guide(reworded.cards), {guideSeconds: 0, nowSeconds: 7000}).settled.map(({id}) => id)
  expect(ids).toEqual([start.settled[0]?.id, `${start.settled[0]?.id}-2`])
})

test('an unchanged card is stamped anew on demand, and told apart from a changed one', () => {
  const edited = unsettled({question: 'What?', answer: 'This.'}, {question: 'Why?', answer: 'Because.'})
  const next = settleCards('kafka', edited, guide(start.cards), {guideSeconds: 0, nowSeconds: 8000, restamp: true})
  expect(next.settled.map(({change, modSeconds}) => [change, modSeconds])).toEqual([
    ['changed', 8000],
    ['restamped', 8000]
  ])
})

test('two branches that gave out one label are merged: the later card gets a longer one and is imported again', () => {
  const [one, two] = start.settled.map(({id}) => id)
  const [label, other] = start.settled.map(({label}) => label)
  const merged = Object.fromEntries(
    Object.entries(start.cards).map(([id, card]) => [id, id === two ? {...card, label: label ?? '', mod: card.mod + 1} : card])
  )
  const {settled} = settleCards('kafka', first, guide(merged), {guideSeconds: 0, nowSeconds: 8000})
  expect(settled.map(({id, label, change}) => [id, label, change])).toEqual([
    [one, label, 'same'],
    [two, other, 'changed']
  ])
})
