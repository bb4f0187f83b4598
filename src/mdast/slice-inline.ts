import type {Nodes, PhrasingContent} from 'mdast'
import type {Point, Position} from 'unist'
import {inlineText} from './inline-text.ts'

/**
 * The part of inline nodes between two offsets of their `inlineText`, marks around it kept, nodes left empty dropped.
 * Text is cut in place and keeps exact positions where its source has no escapes; code, images and formulas are kept whole
 * when any of their text is inside.
 *
 * @param end First offset that is not kept. @default all
 */
export function sliceInline(nodes: readonly PhrasingContent[], start: number, end: number = Number.POSITIVE_INFINITY): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  let offset = 0
  for (const node of nodes) {
    const length = inlineText(node).length
    const part =
      length === 0 ? keepEmpty(node, offset, start, end) : slice(node, Math.max(0, start - offset), Math.min(length, end - offset), length)
    if (part) kept.push(part)
    offset += length
  }
  return kept
}

/** Nodes without text (a footnote mark, an image without alt text) belong to the side they stand on. */
function keepEmpty(node: PhrasingContent, offset: number, start: number, end: number): PhrasingContent | undefined {
  return offset >= start && offset <= end ? node : undefined
}

function slice(node: PhrasingContent, start: number, end: number, length: number): PhrasingContent | undefined {
  if (start >= end) return undefined
  if (start === 0 && end === length) return node
  if (node.type === 'text') return {...node, value: node.value.slice(start, end), ...withPosition(cut(node, start, end))}
  if (!('children' in node)) return node
  const children = sliceInline(node.children as PhrasingContent[], start, end)
  if (children.length === 0) return undefined
  return {...node, children, ...withPosition(spanOf(children) ?? node.position)} as PhrasingContent
}

function withPosition(position: Position | undefined): {position?: Position} {
  return position ? {position} : {}
}

/** Place of a piece of text, by counting on its first line; an end that cannot be counted keeps the place of the whole. */
function cut(node: Extract<Nodes, {type: 'text'}>, start: number, end: number): Position | undefined {
  const {position, value} = node
  if (position?.start.offset === undefined || position.end.offset === undefined) return position
  const oneLine = position.start.line === position.end.line
  const escaped = oneLine && position.end.offset - position.start.offset !== value.length
  const point = (at: number, fallback: Point): Point => {
    if (escaped || at === value.length || value.slice(0, at).includes('\n')) return fallback
    return {line: position.start.line, column: position.start.column + at, offset: (position.start.offset ?? 0) + at}
  }
  return {start: point(start, position.start), end: point(end, position.end)}
}

/** From the start of the first node with a place to the end of the last. */
function spanOf(nodes: readonly Nodes[]): Position | undefined {
  const first = nodes.find((node) => node.position)?.position
  const last = nodes.findLast((node) => node.position)?.position
  return first && last ? {start: first.start, end: last.end} : undefined
}
