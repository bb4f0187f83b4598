import {expect, test} from 'vitest'
import {lockedOrder} from '../../src/lock/locked-order.ts'

/** Ids, each with the one it stands after. */
const order = (links: Readonly<Record<string, string | undefined>>) =>
  lockedOrder(new Map(Object.entries(links).map(([id, after]) => [id, {label: '', hash: '', question: '', mod: 1, after}]))).join(' ')

test('lockedOrder() follows the links whatever the order of ids', () => {
  expect(order({c: 'z', a: 'm', m: undefined, z: 'a'})).toBe('m a z c')
})

test('what two branches put behind one card follows it one after the other', () => {
  expect(order({a: undefined, x: 'a', y: 'a', x2: 'x', b: 'y'})).toBe('a x x2 y b')
})

test('cards behind one that is not there keep their order', () => {
  expect(order({a: undefined, z: 'gone', c: 'z', b: 'c'})).toBe('a z c b')
})

test('a circle ends and loses nobody', () => {
  expect(order({a: undefined, x: 'y', y: 'x', w: 'w'})).toBe('a w x y')
})
