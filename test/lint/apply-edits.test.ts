import {expect, test} from 'vitest'
import {applyEdits} from '../../src/lint/apply-edits.ts'

test('applyEdits() makes edits in any order', () => {
  const edits = [
    {start: 4, end: 5, text: 'E'},
    {start: 0, end: 0, text: '>'},
    {start: 1, end: 3, text: ''}
  ]
  expect(applyEdits('abcde', edits)).toBe('>adE')
})

test('applyEdits() leaves out what overlaps an earlier one of the list', () => {
  const edits = [
    {start: 1, end: 4, text: '-'},
    {start: 2, end: 3, text: 'X'},
    {start: 4, end: 4, text: '!'},
    {start: 4, end: 4, text: '?'}
  ]
  expect(applyEdits('abcde', edits)).toBe('a-!e')
})
