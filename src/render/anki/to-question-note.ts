import type {RootContent} from 'mdast'
import type {Card} from '../../guide/card.ts'
import {toPlainText} from '../../mdast/to-plain-text.ts'
import type {HtmlOptions} from '../html/html-options.ts'
import {cardFields} from './card-fields.ts'
import {guid} from './guid.ts'
import type {Note} from './note.ts'
import {questionNotetype} from './notetype.ts'
import {markedOptionsField, optionsField} from './options-field.ts'
import {toField} from './to-field.ts'

/** An answer that only names letters says nothing beside the marked options, and less once a learner's eye is on the text. */
const lettersOnly = /^(?:(?:correct |right )?answers?\s*:?\s*)?[([]?[A-Z][)\].]?(?:(?:\s*[,;&/]\s*|\s+and\s+|\s+)[([]?[A-Z][)\].]?)*$/i

/** A note of the standard notetype: basic and multiple choice. */
export function toQuestionNote(card: Card, tags: readonly string[], html: HtmlOptions): Note {
  const {Context, Label, Meta} = cardFields(card)
  const fields = [
    questionField(card, html),
    answerField(card, html),
    toField(card.explanation, html),
    Context,
    '',
    Label,
    '',
    Meta,
    '',
    '',
    ''
  ]
  return {
    guid: guid(card.guideId, card.id, 'standard'),
    notetype: questionNotetype,
    fields,
    tags,
    modSeconds: card.modSeconds,
    ords: [0]
  }
}

function questionField({question, options}: Card, html: HtmlOptions): string {
  const stem = toField(question, html)
  return options.length === 0 ? stem : `${stem}\n${optionsField(options, html)}`
}

function answerField({answer, options}: Card, html: HtmlOptions): string {
  if (!options.some((option) => option.right)) return toField(answer, html)
  const marked = markedOptionsField(options, html)
  return isLetters(answer) ? marked : `${marked}\n${toField(answer, html)}`
}

function isLetters(answer: readonly RootContent[]): boolean {
  const text = toPlainText(answer)
  return text === '' || lettersOnly.test(text)
}
