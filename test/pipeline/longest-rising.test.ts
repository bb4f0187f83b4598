import fc from 'fast-check'
import {expect, test} from 'vitest'
import {longestRising} from '../../src/pipeline/longest-rising.ts'

test('longestRising() leaves out the one that moved, not all that it moved past', () => {
  expect([...longestRising([4, 0, 1, undefined, 2, 3])].sort()).toEqual([1, 2, 4, 5])
  expect([...longestRising([undefined])]).toEqual([])
})

test('what longestRising() finds rises and is as long as any', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30), {maxLength: 9}), (values) => {
      const run = [...longestRising(values)].sort((a, b) => a - b).map((index) => values[index] ?? -1)
      expect(run).toEqual(run.toSorted((a, b) => a - b))
      expect(run.length).toBe(longest(values, -1))
    })
  )
})

/** By trying everything. */
function longest([first, ...rest]: readonly number[], above: number): number {
  if (first === undefined) return 0
  const without = longest(rest, above)
  return first > above ? Math.max(without, 1 + longest(rest, first)) : without
}
