import type {Card} from '../../guide/card.ts'
import type {Guide} from '../../guide/guide.ts'
import {revealClozes} from '../../guide/reveal-clozes.ts'
import {answerBesideTicks} from '../answer-beside-ticks.ts'
import {hideClozes} from './hide-clozes.ts'
import {toCellText} from './to-cell-text.ts'

/** Cells of a card by column name. */
export function toRow(card: Card, guide: Pick<Guide, 'tags'>): Record<string, string> {
  const {question, answer} = card.kind === 'cloze' ? clozeSides(card) : sides(card)
  const right = rightOptions(card).map(({letter}) => letter)
  return {
    ...{label: card.label, question, answer, section: card.section.join(' > '), tags: [...guide.tags, ...card.tags].join(' ')},
    ...{kind: card.kind, id: card.id, right: right.join(', ')},
    ...Object.fromEntries(card.options.map(({content}, index) => [`option ${index + 1}`, toCellText(content)]))
  }
}

type Sides = Record<'question' | 'answer', string>

function sides(card: Card): Sides {
  const marked = rightOptions(card).map(({letter, text}) => `${letter}. ${text}`)
  const said = toCellText(answerBesideTicks(card))
  return {question: toCellText(card.question), answer: paragraphs(marked.join('\n'), said, toCellText(card.explanation))}
}

/** The question shows where something is missing, the answer the whole text. */
function clozeSides(card: Card): Sides {
  const text = toCellText(card.question)
  return {question: hideClozes(text), answer: paragraphs(revealClozes(text), toCellText(card.answer), toCellText(card.explanation))}
}

/** Lettered in the order of the source, as on paper and on cards. */
function rightOptions({options}: Card): {letter: string; text: string}[] {
  return options.flatMap(({content, right}, index) =>
    right ? [{letter: String.fromCodePoint('A'.charCodeAt(0) + index), text: toCellText(content)}] : []
  )
}

function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}
