import type {Root} from 'hast'
import type {RootContent} from 'mdast'
import type {HtmlOptions} from '../html/html-options.ts'
import {toHast} from '../html/to-hast.ts'
import {toHtml} from '../html/to-html.ts'
import {breakDelimiters} from './break-delimiters.ts'
import {escapeMarkers} from './escape-markers.ts'
import {escapeText} from './escape-text.ts'

/**
 * HTML of a field. One paragraph alone goes without its tags: that is what people search for and other tools compare.
 *
 * @param side - All of the side that the nodes are a part of: its footnotes are numbered as one. @default The nodes
 */
export function toField(nodes: readonly RootContent[], options: HtmlOptions, side?: readonly RootContent[]): string {
  return escapeMarkers(toHtml(fieldTree(nodes, options, side)))
}

/** The tree of a field, ready but for what only text can show. */
export function fieldTree(nodes: readonly RootContent[], options: HtmlOptions, side?: readonly RootContent[]): Root {
  const tree = toHast(nodes, options, side)
  breakDelimiters(tree)
  const blocks = tree.children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  const [only] = blocks
  if (blocks.length === 1 && only?.type === 'element' && only.tagName === 'p') return {type: 'root', children: only.children}
  return tree
}

/** Plain words as a field. */
export function textField(text: string): string {
  return escapeMarkers(escapeText(text))
}
