import fc from 'fast-check'
import {EditMap} from 'micromark-util-edit-map'
import type {Event} from 'micromark-util-types'
import {expect, test} from 'vitest'
import {quickenEdits} from '../../src/parse/quicken-edits.ts'

/** Stands for an event: nothing looks into it. */
const event = (name: string): Event => [name, {}, {}] as unknown as Event

test('quickenEdits() leaves the events that edits made one after the other would leave', () => {
  const edit = fc.tuple(fc.nat(20), fc.nat(3), fc.nat(3)).filter(([, remove, add]) => remove + add > 0)
  const edits = fc.uniqueArray(edit, {selector: ([at]) => at, maxLength: 6})
  fc.assert(
    fc.property(edits, (wanted) => {
      const events = Array.from({length: 20}, (_, index) => event(`${index}`))
      const changes = wanted.map(([at, remove, add]) => ({
        at,
        remove,
        add: Array.from({length: add}, (_, index) => event(`${at}+${index}`))
      }))
      const expected = [...events]
      // A removal ends where the next edit begins.
      const sorted = changes.toSorted((a, b) => b.at - a.at)
      for (const [index, {at, remove, add}] of sorted.entries()) {
        const next = sorted[index - 1]?.at ?? events.length
        expected.splice(at, Math.min(remove, next - at), ...add)
      }
      quickenEdits()
      const map = new EditMap()
      for (const {at, remove, add} of changes) map.add(at, remove, add)
      map.consume(events)
      expect(events).toEqual(expected)
      expect([map.map.length, map.index.size]).toEqual([0, 0])
    })
  )
})
