import {expect, test} from 'vitest'
import {toSlug} from '../../src/mdast/to-slug.ts'

test('toSlug() gives the fragments that GitHub gives', () => {
  expect(
    ['What is a topic?', 'C++ & C#', ' snake_case  twice ', 'Что такое Kafka?', '🚀 Start', "Don't -- stop", '1.2. 答案：是'].map(toSlug)
  ).toEqual(['what-is-a-topic', 'c--c', 'snake_case--twice', 'что-такое-kafka', '-start', 'dont----stop', '12-答案是'])
})
