import type {Blockquote, Nodes, Paragraph, PhrasingContent, Text} from 'mdast'
import {toPlainText} from '../../mdast/to-plain-text.ts'
import type {LineIndex} from '../line-index.ts'

const marker = /^\[!([A-Za-z][\w-]*)\][-+]?[ \t]*/
const lineEnd = /\r\n|\n|\r/

/**
 * Makes quotes that begin with `[!NOTE]` (GitHub) or `[!tip]- Title` (Obsidian) alerts, in place; the marker line goes.
 *
 * @param text - What the tree was parsed from; its offsets index it.
 */
export function markAlerts(tree: Nodes, text: string, lines: LineIndex): void {
  if (text.includes('[!')) visit(tree, text, lines)
}

function visit(node: Nodes, text: string, lines: LineIndex): void {
  if (!('children' in node)) return
  if (node.type === 'blockquote') markAlert(node, text, lines)
  for (const child of node.children) visit(child, text, lines)
}

function markAlert(quote: Blockquote, text: string, lines: LineIndex): void {
  const [first, ...others] = quote.children
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined
  const match = lead?.type === 'text' ? marker.exec(lead.value) : null
  if (first?.type !== 'paragraph' || lead?.type !== 'text' || !match) return
  const {head, rest} = splitAtLineEnd(first.children, text, lines)
  const title = toPlainText(head).replace(marker, '').trim()
  quote.data = {...quote.data, alert: (match[1] ?? '').toLowerCase(), ...(title && {title})}
  quote.children = rest.length > 0 ? [toParagraph(first, rest), ...others] : others
}

function toParagraph(paragraph: Paragraph, children: PhrasingContent[]): Paragraph {
  const start = children[0]?.position?.start
  return {...paragraph, children, ...(paragraph.position && start && {position: {start, end: paragraph.position.end}})}
}

function splitAtLineEnd(
  children: readonly PhrasingContent[],
  text: string,
  lines: LineIndex
): {head: PhrasingContent[]; rest: PhrasingContent[]} {
  const index = children.findIndex((child) => child.type === 'break' || (child.type === 'text' && lineEnd.test(child.value)))
  const child = children[index]
  if (!child) return {head: [...children], rest: []}
  const after = children.slice(index + 1)
  if (child.type !== 'text') return {head: children.slice(0, index), rest: after}
  const [line = ''] = child.value.split(lineEnd, 1)
  return {head: [...children.slice(0, index), {type: 'text', value: line}], rest: [...secondLine(child, text, lines), ...after]}
}

/** What follows the first line end of a text, behind the marks of the quotes that it is in. */
function secondLine(node: Text, text: string, lines: LineIndex): Text[] {
  const value = node.value.slice(node.value.search(lineEnd)).replace(lineEnd, '')
  const {start, end} = node.position ?? {}
  if (value === '') return []
  if (start?.offset === undefined || end?.offset === undefined) return [{type: 'text', value}]
  const skipped = /^[\s\S]*?(?:\r\n|\n|\r)[ \t>]*/.exec(text.slice(start.offset, end.offset))?.[0].length ?? 0
  return [{type: 'text', value, position: {start: lines.toPoint(start.offset + skipped), end}}]
}
