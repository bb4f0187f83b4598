import {expect, test} from 'vitest'
import {sideBySide} from '../../src/pipeline/side-by-side.ts'

test('sideBySide() begins in order, a few at a time, and gives results in order', async () => {
  const log: string[] = []
  const ends = new Map(['a', 'b', 'c', 'd'].map((item) => [item, Promise.withResolvers<void>()]))
  const results = sideBySide([...ends.keys()], 2, async (item) => {
    log.push(`begin ${item}`)
    await ends.get(item)?.promise
    log.push(`end ${item}`)
    return item.toUpperCase()
  })
  for (const item of ['b', 'c', 'a', 'd']) {
    ends.get(item)?.resolve()
    await new Promise(setImmediate)
  }
  expect(await Promise.all(results)).toEqual(['A', 'B', 'C', 'D'])
  expect(log).toEqual(['begin a', 'begin b', 'end b', 'begin c', 'end c', 'begin d', 'end a', 'end d'])
})

test('After a failure sideBySide() begins nothing more, and what was begun comes to its end', async () => {
  const begun: number[] = []
  const slow = Promise.withResolvers<void>()
  const results = sideBySide([1, 2, 3, 4], 2, async (item) => {
    begun.push(item)
    if (item === 2) throw new RangeError('no paper')
    await slow.promise
    return item
  })
  await new Promise(setImmediate)
  slow.resolve()
  expect(await results[0]).toBe(1)
  await expect(results[1]).rejects.toThrow(new RangeError('no paper'))
  expect(begun).toEqual([1, 2])
})
