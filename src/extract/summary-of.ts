import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'

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

/** The text by which summaries are told the same. */
export function summaryKey(node: Nodes): string {
  return inlineText(summaryOf(node)).replace(/\s+/g, ' ').trim().toLowerCase()
}
