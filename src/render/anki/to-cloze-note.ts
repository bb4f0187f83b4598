import {toHtml} from 'hast-util-to-html'
import type {Card} from '../../guide/card.ts'
import type {Guide} from '../../guide/guide.ts'
import type {HtmlOptions} from '../html/html-options.ts'
import {cardFields} from './card-fields.ts'
import {escapeSquareMarkers} from './escape-markers.ts'
import {fieldsInOrder} from './fields-in-order.ts'
import {guid} from './guid.ts'
import {highlightAroundClozes} from './highlight-around-clozes.ts'
import {markClozes} from './mark-clozes.ts'
import type {Note} from './note.ts'
import {notetypesOf} from './notetypes-of.ts'
import {fieldTree, toField} from './to-field.ts'

/** Anki clamps higher numbers to card 500 and then finds no gap for it. */
const highestNumber = 499

/** A note with gaps; what is wrong with them stands in `fault`, and the note is not to be written then. */
export function toClozeNote(
  card: Card,
  guide: Pick<Guide, 'id' | 'theme'>,
  tags: readonly string[],
  html: HtmlOptions
): {readonly note: Note; readonly fault?: string} {
  const {cloze: notetype} = notetypesOf(card.theme ?? guide.theme)
  const tree = fieldTree(card.question, {...html, highlight: html.highlight && highlightAroundClozes(html.highlight)})
  const {numbers, unclosed} = markClozes(tree)
  const text = escapeSquareMarkers(toHtml(tree, {allowDangerousHtml: true, characterReferences: {useNamedReferences: true}}))
  const values = {...cardFields(card, guide.id), Text: text, Explanation: toField([...card.answer, ...card.explanation], html)}
  const note: Note = {
    guid: guid(card.guideId, card.id, 'cloze'),
    notetype,
    fields: fieldsInOrder(notetype, values),
    tags,
    modSeconds: card.modSeconds,
    ords: [...new Set(numbers)].sort((a, b) => a - b).map((number) => number - 1)
  }
  const strange = numbers.find((number) => number < 1 || number > highestNumber)
  if (strange !== undefined) return {note, fault: `Unexpected cloze number ${strange}, expected 1 to ${highestNumber}`}
  if (unclosed > 0) return {note, fault: 'Unexpected cloze without an end, expected `}}` after it'}
  return numbers.length > 0 ? {note} : {note, fault: 'Unexpected text without a gap, expected `{{c1::words}}` in it'}
}
