import {expect, test} from 'vitest'
import {isReversed} from '../../src/guide/is-reversed.ts'

test('isReversed() follows the file and the tag of the question, for plain answers only', () => {
  expect(isReversed({kind: 'basic', tags: []}, {})).toBe(false)
  expect(isReversed({kind: 'basic', tags: ['easy', 'Reverse']}, {})).toBe(true)
  expect(isReversed({kind: 'basic', tags: []}, {reverse: true})).toBe(true)
  expect(isReversed({kind: 'mcq', tags: ['reverse']}, {reverse: true})).toBe(false)
})
