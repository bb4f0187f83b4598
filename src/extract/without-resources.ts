import type {RootContent} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {isFurniture} from './names-questions.ts'

/** An answer without the list of links at its end ("Useful resources:", "Source") and what announces it. */
export function withoutResources(nodes: readonly RootContent[]): readonly RootContent[] {
  const at = nodes.findIndex((node) => (node.type === 'paragraph' || headingOf(node) !== undefined) && isFurniture(toPlainText(node)))
  return at > 0 && nodes.slice(at + 1).every((node) => node.type === 'list' || node.type === 'paragraph') ? nodes.slice(0, at) : nodes
}
