import type {List, ListItem} from 'mdast'
import {answerLabel} from './answer-label.ts'
import type {HeadingZone} from './heading-zones.ts'

/** An item of an ordered list with the number that readers see. */
export interface NumberedItem {
  readonly number: number
  readonly item: ListItem
}

/** Items of the ordered lists under a heading, in source order. */
export function numberedItems(zone: HeadingZone): NumberedItem[] {
  return zone.body.flatMap(({node}) => (node.type === 'list' && node.ordered ? fromList(node) : []))
}

function fromList(list: List): NumberedItem[] {
  return list.children.map((item, at) => ({number: (list.start ?? 1) + at, item}))
}

/** Whether a heading is that of answers to what was asked above it: "Answers", "Answer key", "Solutions". */
export function headsAnswers(text: string): boolean {
  return isNamed(answerLabel, text)
}

/** Whether a heading is a label, as a plural or with a word that says so. */
export function isNamed(label: RegExp, text: string): boolean {
  const word = text
    .replace(/[:：\s]+$/u, '')
    .replace(/\s+(?:key|sheet|list)$/iu, '')
    .replace(/s$/iu, '')
  return word.length > 1 && (label.exec(`${word}:`)?.[0].length ?? 0) > word.length && !/\d/.test(text)
}
