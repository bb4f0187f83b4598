import {expect, test} from 'vitest'
import {toPlainText} from '../../../../src/mdast/to-plain-text.ts'
import {toBrief} from '../../../../src/render/pdf/page/to-brief.ts'
import {makeGuide} from '../../../support/make-guide.ts'

function brief(answer: string, explanation = ''): readonly [text: string, cut: boolean] {
  const [card] = makeGuide([{id: 'a', question: 'Q?', answer, explanation}]).cards
  if (!card) throw new Error('Expected a card')
  const {card: short, cut} = toBrief(card)
  return [toPlainText({type: 'root', children: [...short.answer]}), cut]
}

test('toBrief() takes what the author wrote for it', () => {
  expect(brief('Long story.\n\n<!-- brief: In short: yes. -->\n\nMore.')).toEqual(['In short: yes.', true])
})

test('toBrief() takes the first paragraph, with the list that it leads to', () => {
  expect(brief('First.\n\nSecond.')).toEqual(['First.', true])
  const [text, cut] = brief('Three things:\n\n- a\n- b\n\nAnd more.')
  expect([text.split(/\s+/), cut]).toEqual([['Three', 'things:', 'a', 'b'], true])
})

test('toBrief() takes six lines of the first code', () => {
  const code = Array.from({length: 9}, (_, index) => `line${index + 1}`).join('\n')
  const [text, cut] = brief(`So:\n\n\`\`\`js\n${code}\n\`\`\``)
  expect([text.split(/\s+/), cut]).toEqual([['So:', 'line1', 'line2', 'line3', 'line4', 'line5', 'line6', '…'], true])
})

test('toBrief() leaves a short answer whole and says so', () => {
  expect(brief('Yes.')).toEqual(['Yes.', false])
  expect(brief('')).toEqual(['', false])
  expect(brief('Yes.', 'Because.')).toEqual(['Yes.', true])
})
