import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {isRevealing} from './is-revealing.ts'

/** Inline nodes of the `<summary>` of a `<details>`; empty without one. */
export function summaryOf(details: Nodes): PhrasingContent[] {
  if (!('children' in details)) return []
  const summary = details.children.find((child) => child.type === 'htmlElement' && child.tagName === 'summary')
  if (!summary || !('children' in summary)) return []
  return summary.children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child as PhrasingContent]))
}

/** What a `<details>` folds: its content without the summary. */
export function foldedBy(details: Nodes): RootContent[] {
  if (!('children' in details)) return []
  return (details.children as RootContent[]).filter((child) => child.type !== 'htmlElement' || child.tagName !== 'summary')
}

/** The text by which summaries are told the same; "Answer 3" and "Answer to question 4" promise the same as "Answer". */
export function summaryKey(node: Nodes): string {
  const text = inlineText(summaryOf(node)).replace(/\s+/g, ' ').trim().toLowerCase()
  const bare = text.replace(number, '').trim()
  return bare !== '' && isRevealing(bare) ? bare : text
}

/** The number of a question in the promise of its answer. */
const number =
  /第 ?\d{1,4} ?[题題问問道] ?(?:的|の)?|(?: (?:to|for|of))?(?: the)? (?:question|exercise|problem|task|quiz|q) ?#?\d{1,4}|[ #№]+\d{1,4}|(?<=\p{L})\d{1,4}$/gu
