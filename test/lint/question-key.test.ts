import {expect, test} from 'vitest'
import {exactKey, questionKey} from '../../src/lint/question-key.ts'
import {candidate} from '../support/candidate.ts'

test('questionKey() is one for a question however it is put', () => {
  for (const [one, other] of [
    ['What is a topic?', 'Explain topics.'],
    ['What is the difference between let and var?', 'var vs. let'],
    ['What are companion objects in Kotlin?', 'Companion object in Kotlin'],
    ["What do you know about Kafka's partitions?", 'Define the term "partition" of Kafka']
  ] as const)
    expect([one, questionKey(one).split(' ').sort()]).toEqual([one, questionKey(other).split(' ').sort()])
})

test('questionKey() tells apart what asks for something else', () => {
  const stems = [
    'What is ==?',
    'What is ===?',
    'What is C?',
    'What is C++?',
    'What is C#?',
    'Why C?',
    'How C?',
    'When not C?',
    'What is a class?',
    'What is a clas?'
  ]
  expect(new Set(stems.map(questionKey)).size).toBe(stems.length)
  expect(questionKey('turn a string into a number')).not.toBe(questionKey('turn a number into a string'))
  expect(questionKey('What is it about?')).toBe('')
})

test('exactKey() hears signs and not marks', () => {
  const key = (question: string) => exactKey(candidate({question}))
  expect(key('What is `C++`?')).toBe(key('**What is C++?!**'))
  expect(key('What is C++?')).not.toBe(key('What is C#?'))
})
