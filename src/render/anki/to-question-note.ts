import type {RootContent} from 'mdast'
import type {Card} from '../../guide/card.ts'
import type {Guide} from '../../guide/guide.ts'
import {answerBesideTicks} from '../answer-beside-ticks.ts'
import type {HtmlOptions} from '../html/html-options.ts'
import {cardFields} from './card-fields.ts'
import {fieldsInOrder} from './fields-in-order.ts'
import {guid} from './guid.ts'
import type {Note} from './note.ts'
import {notetypesOf} from './notetypes-of.ts'
import {markedOptionsField, optionsField} from './options-field.ts'
import {toField} from './to-field.ts'

/** A note of the standard notetype: basic and multiple choice. Its second card asks from the answer. */
export function toQuestionNote(card: Card, guide: Pick<Guide, 'id' | 'theme'>, tags: readonly string[], html: HtmlOptions): Note {
  const {standard: notetype} = notetypesOf(card.theme ?? guide.theme)
  const answer = answerField(card, html)
  const reverse = card.reverse && answer !== ''
  const values = {
    ...cardFields(card, guide.id),
    Question: questionField(card, html),
    Answer: answer,
    Explanation: toField(card.explanation, html),
    Reverse: reverse ? 'yes' : ''
  }
  return {
    guid: guid(card.guideId, card.id, 'standard'),
    notetype,
    fields: fieldsInOrder(notetype, values),
    tags,
    modSeconds: card.modSeconds,
    ords: reverse ? [0, 1] : [0]
  }
}

/** Footnotes of stem and options stand below the options; the back hides these options and keeps the notes. */
function questionField(card: Card, html: HtmlOptions): string {
  const {question, options} = card
  if (options.length === 0) return toField(question, html)
  const [notes, stem] = [question.filter(isNote), question.filter((node) => !isNote(node))]
  const parts = [toField(stem, html, question), optionsField(card, html)]
  return [...parts, ...(notes.length > 0 ? [toField(notes, html, question)] : [])].join('\n')
}

function isNote({type}: RootContent): boolean {
  return type === 'footnoteDefinition'
}

function answerField(card: Card, html: HtmlOptions): string {
  const said = toField(answerBesideTicks(card), html)
  if (!card.options.some((option) => option.right)) return said
  return [markedOptionsField(card, html), said].filter((part) => part !== '').join('\n')
}
