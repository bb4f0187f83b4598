import type {RootContent} from 'mdast'
import {expect, test} from 'vitest'
import {answerBesideTicks} from '../../src/render/answer-beside-ticks.ts'

const paragraph = (value: string): RootContent => ({type: 'paragraph', children: [{type: 'text', value}]})
const choices = (right: boolean) => [
  {content: [paragraph('a weir')], right: false},
  {content: [paragraph('a ford')], right}
]

test('answerBesideTicks() leaves out the letter that the tick tells already, and keeps what explains it', () => {
  const answer = [paragraph('B'), paragraph('Cows can walk there.')]
  expect(answerBesideTicks({answer, options: choices(true)})).toEqual([paragraph('Cows can walk there.')])
})

test.each([
  ['no choice is marked', [paragraph('B'), paragraph('Cows can walk there.')], choices(false)],
  ['the answer begins with a sentence', [paragraph('B is shallow.')], choices(true)],
  ['there are no choices', [paragraph('B')], []]
])('answerBesideTicks() keeps the whole answer where %s', (_, answer, options) => {
  expect(answerBesideTicks({answer, options})).toEqual(answer)
})
