import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Candidate} from '../../src/guide/candidate.ts'
import {fingerprints} from '../../src/guide/natural-ids.ts'
import {emptyLock, formatLock, type Lock, type LockedCard, parseLock} from '../../src/lock/lock.ts'
import type {Unsettled} from '../../src/lock/settle-cards.ts'
import {settleLock} from '../../src/lock/settle-lock.ts'
import {candidate} from '../support/candidate.ts'

const runs = process.env.CARDPRESS_FULL ? 1_000 : 60

interface CardText {
  readonly question: string
  readonly answer: string
  readonly section: readonly string[]
  readonly kind: Candidate['kind']
  readonly id: string | undefined
}

/** Few words, so that equal questions, answers and ids meet all the time. */
const card: fc.Arbitrary<CardText> = fc.record({
  question: fc.constantFrom('Why?', 'What?', 'How?', 'Who?', 'Where?'),
  answer: fc.constantFrom('', 'Because of it.', 'Another thing.', 'By and by.'),
  section: fc.constantFrom<readonly string[]>([], ['One'], ['Two']),
  kind: fc.constantFrom<Candidate['kind']>('basic', 'basic', 'basic', 'cloze', 'unanswered'),
  id: fc.constantFrom(undefined, undefined, undefined, 'x', 'y')
})
const file = fc.uniqueArray(card, {maxLength: 6, selector: ({id}) => id ?? {}}) // Two equal ids in a file are an error before.
const release = fc.record({a: fc.option(file), b: fc.option(file), c: fc.option(file)})

function unsettled(cards: readonly CardText[]): Unsettled[] {
  return cards.map(({id, ...text}) => {
    const found = candidate({...text, ...(id !== undefined && {id})})
    return {candidate: found, prints: fingerprints(found, text.answer), contentHash: JSON.stringify(text)}
  })
}

type Release = Readonly<Record<string, readonly CardText[] | null>>

/** Files that are not there are gone. */
function settle(lock: Lock, files: Release, nowSeconds: number) {
  const guides = Object.entries(files).flatMap(([id, cards]) =>
    cards && cards.length > 0
      ? [{id, source: `${id}.md`, deck: id, notetypes: {standard: 1, cloze: 2}, unsettled: unsettled(cards), guideSeconds: 10}]
      : []
  )
  const gone = new Set(Object.keys(lock.guides).filter((id) => !guides.some((guide) => guide.id === id)))
  return settleLock(lock, guides, gone, new Set(), {nowSeconds})
}

/** Every card by what its guid is made of; throws when one is there twice. */
function byOrigin(lock: Lock): ReadonlyMap<string, LockedCard> {
  const found = new Map<string, LockedCard>()
  for (const [holder, {cards}] of Object.entries(lock.guides))
    for (const [id, entry] of Object.entries(cards)) {
      const key = `${entry.guide ?? holder} ${id}`
      expect(found.has(key), key).toBe(false)
      found.set(key, entry)
    }
  return found
}

test('whatever happens to files, no guid is given out twice, none is forgotten, and times only rise with changes', () => {
  fc.assert(
    fc.property(fc.array(release, {minLength: 1, maxLength: 6}), (releases) => {
      let lock = emptyLock()
      for (const [index, files] of releases.entries()) {
        const before = byOrigin(lock)
        const {lock: next, guides} = settle(lock, files, 1000 + index)
        const after = byOrigin(next)
        for (const [key, old] of before) {
          const now = after.get(key)
          expect(now, `${key} is remembered`).toBeDefined()
          expect(now?.kind === 'cloze', key).toBe(old.kind === 'cloze')
          if (now?.hash === old.hash && now?.label === old.label) expect(now?.mod).toBeGreaterThanOrEqual(old.mod)
          else expect(now?.mod).toBeGreaterThan(old.mod)
        }
        for (const {id, settled} of guides) {
          expect(new Set(settled.map((card) => card.id)).size).toBe(settled.length)
          expect(new Set(settled.map((card) => card.label)).size).toBe(settled.length)
          for (const card of settled) expect(after.has(`${card.guideId} ${card.id}`), `${id} ${card.id}`).toBe(true)
        }
        expect(parseLock(formatLock(next))).toEqual(next)
        const again = settle(next, files, 2000)
        expect(formatLock(again.lock)).toBe(formatLock(next))
        expect(again.guides.flatMap(({settled}) => settled.filter(({change}) => change !== 'same'))).toEqual([])
        lock = next
      }
    }),
    {numRuns: runs}
  )
})

test('cards that stay in their file keep their ids whatever comes, goes and moves around them', () => {
  const distinct = fc.uniqueArray(fc.nat(40), {minLength: 1, maxLength: 12})
  const cards = (numbers: readonly number[]) =>
    numbers.map((number) => ({
      question: `Question ${number}?`,
      answer: `Answer ${number}.`,
      section: [],
      kind: 'basic' as const,
      id: undefined
    }))
  fc.assert(
    fc.property(distinct, distinct, (first, second) => {
      const before = settle(emptyLock(), {a: cards(first), b: null, c: null}, 1000)
      const after = settle(before.lock, {a: cards(second), b: null, c: null}, 2000)
      const idOf = new Map(first.map((number, index) => [number, before.guides[0]?.settled[index]?.id]))
      for (const [index, number] of second.entries())
        if (idOf.has(number)) expect(after.guides[0]?.settled[index]).toMatchObject({id: idOf.get(number), change: 'same'})
    }),
    {numRuns: runs}
  )
})
