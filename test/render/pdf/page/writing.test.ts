import {expect, test} from 'vitest'
import {blankClozes} from '../../../../src/render/pdf/page/blank-clozes.ts'
import {toWritingRoom} from '../../../../src/render/pdf/page/to-writing-room.ts'
import {type CardText, makeGuide} from '../../../support/make-guide.ts'

function room(text: Partial<CardText>): readonly [lines: number, rows: number] {
  const [card] = makeGuide([{id: 'a', question: 'Q?', ...text}]).cards
  if (!card) throw new Error('Expected a card')
  const {lines, rows} = toWritingRoom(card)
  return [lines.length, rows.length]
}

test('toWritingRoom() gives lines for words and rows for code, within bounds', () => {
  expect(room({answer: 'Yes.'})).toEqual([2, 0])
  expect(room({answer: 'word '.repeat(100)})).toEqual([5, 0])
  expect(room({answer: 'word '.repeat(2000)})).toEqual([12, 0])
  expect(room({answer: '```\na\nb\nc\n```'})).toEqual([0, 3])
  expect(room({answer: `So:\n\n\`\`\`\n${'x\n'.repeat(40)}\`\`\``})).toEqual([2, 18])
})

test('toWritingRoom() gives none where options are ticked or gaps filled, and some where no answer is known', () => {
  expect(room({kind: 'mcq', options: [{text: 'a', right: true}], explanation: 'Because.'})).toEqual([0, 0])
  expect(room({kind: 'cloze', question: 'A {{c1::b}}.'})).toEqual([0, 0])
  expect(room({kind: 'unanswered'})).toEqual([4, 0])
})

test('blankClozes() leaves gaps to write in, with their hints, nested ones too', () => {
  expect(blankClozes('A {{c1::topic}} has {{c2::partitions::parts}}.')).toBe('A ________ has _______________ (parts).')
  expect(blankClozes('{{c1::a {{c2::b}} c}}')).toBe(`${'_'.repeat(18)}`)
  expect(blankClozes('no gap {{x}}')).toBe('no gap {{x}}')
})
