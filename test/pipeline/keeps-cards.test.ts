import {expect, test} from 'vitest'
import {keepsCards} from '../../src/pipeline/keeps-cards.ts'
import {candidate} from '../support/candidate.ts'

const topic = candidate({question: 'What is a topic?', answer: 'A *log*.'})
const open = candidate({question: 'What is a partition?', kind: 'unanswered'})

test('marks may change, and more cards and answers may come', () => {
  const answered = candidate({question: 'What is a partition?', answer: 'A piece.'})
  expect(
    keepsCards([topic, open], [candidate({question: 'What is a *topic*?', answer: 'A log.'}), answered, candidate({question: 'Why?'})])
  ).toBe(true)
})

test('a card that is gone, moved, cut or in another section is a loss', () => {
  expect(keepsCards([topic, open], [topic])).toBe(false)
  expect(keepsCards([topic, open], [open, topic])).toBe(false)
  expect(keepsCards([topic], [candidate({question: 'What is a topic?', answer: 'A'})])).toBe(false)
  expect(keepsCards([topic], [candidate({question: 'What is a topic?', answer: 'A log.', section: ['Basics']})])).toBe(false)
})
