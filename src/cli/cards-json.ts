import type {Card} from '../guide/card.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'

/** What is shown of a card. */
export type Shown = Pick<Card, 'id' | 'kind' | 'question' | 'options' | 'answer' | 'explanation' | 'section' | 'position'>

/**
 * `{"cards": [...]}` as `JSON.stringify` writes it with an indent of one, card by card: as one string, 12,000 cards would be in memory
 * three times.
 *
 * @param more - What stands beside the cards.
 */
export function* cardsJson(cards: readonly Shown[], more: object = {}): Generator<string> {
  yield '{\n "cards": ['
  for (const [index, card] of cards.entries())
    yield `${index > 0 ? ',' : ''}\n  ${JSON.stringify(toRecord(card), null, 1).replaceAll('\n', '\n  ')}`
  yield cards.length > 0 ? '\n ]' : ']'
  yield Object.keys(more).length > 0 ? `,${JSON.stringify(more, null, 1).slice(1)}` : '\n}'
}

/** Plain text by the rule of the corpus: what a program compares. */
function toRecord(card: Shown): object {
  return {
    question: toPlainText(card.question),
    answer: toPlainText([...card.answer, ...card.explanation]),
    line: card.position.start.line,
    section: card.section.at(-1) ?? null,
    kind: card.kind,
    ...(card.options.length > 0 && {
      options: card.options.map(({name, content}) => [name, toPlainText(content)].filter(Boolean).join(' '))
    }),
    id: card.id
  }
}
