import {expect, test} from 'vitest'
import {cardMemories} from '../../src/read/card-memory.ts'

const day = 86_400
const times = {crt: 0, mod: 300 * day * 1000}

function read(data: string, change: object = {}) {
  return cardMemories(JSON.stringify([{data, due: 290, ivl: 40, queue: 2, ...change}]), times)
}

test('cardMemories() reads what Anki writes of FSRS, with the time of the last answer', () => {
  expect(read(`{"pos":1,"s":8.5,"d":3,"dr":0.85,"decay":0.2,"lrt":${200 * day}}`)).toEqual([
    {stabilityDays: 8.5, decay: 0.2, desired: 0.85, elapsedDays: 100}
  ])
})

test('cardMemories() reckons the last answer of older exports from day due and interval, with the curve of FSRS 5', () => {
  expect(read('{"s":8.5,"d":3}')).toEqual([{stabilityDays: 8.5, decay: 0.5, desired: 0.9, elapsedDays: 50}])
  expect(read('{"s":8.5,"d":3}', {queue: 1, due: 25_000_000})).toEqual([])
})

test.for(['', '{}', 'no JSON', '{"s":0}', '{"s":"8"}', '[1]', 'null'])('cardMemories() finds nothing in %s', (data) => {
  expect(read(data)).toEqual([])
})
