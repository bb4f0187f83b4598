import {expect, test} from 'vitest'
import type {Lock, LockedCard} from '../../src/lock/lock.ts'
import {mergeBase} from '../../src/lock/merge-base.ts'

const card = (mod: number, more: Partial<LockedCard> = {}): LockedCard => ({label: 'AAA', hash: `at ${mod}`, question: 'q', mod, ...more})

function lock(guides: Readonly<Record<string, Readonly<Record<string, LockedCard>>>>): Lock {
  const entries = Object.entries(guides).map(([id, cards]) => [id, {deck: id, notetypes: {standard: 1, cloze: 2}, cards}] as const)
  return {version: 1, guides: Object.fromEntries(entries)}
}

test('a base adds guides and cards that the lock lacks', () => {
  expect(mergeBase(lock({a: {x: card(1)}}), lock({a: {y: card(2)}, b: {z: card(3)}}))).toEqual(
    lock({a: {x: card(1), y: card(2)}, b: {z: card(3)}})
  )
})

test('of two times the later one counts, with the hash that it stands for', () => {
  const merged = mergeBase(lock({a: {x: card(5), y: card(5)}}), lock({a: {x: card(9, {label: 'ZZZ'}), y: card(1)}}))
  expect(merged).toEqual(lock({a: {x: card(9), y: card(5)}}))
})

test('a card that has moved since the release is not there twice', () => {
  const moved = lock({a: {}, b: {x: card(5, {guide: 'a'})}})
  expect(mergeBase(moved, lock({a: {x: card(1)}}))).toEqual(moved)
})
