import type {Paragraph, PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {placeOfLines} from './place-of-lines.ts'
import type {Survey} from './survey.ts'

/** Cuts a paragraph in front of some of its lines, counted from 0, in order; what stands above the first of them comes first. */
export function cutAtLines(paragraph: Paragraph, starts: readonly number[], survey: Pick<Survey, 'lines' | 'lineOffsets'>): Paragraph[] {
  const offsets = [0]
  for (const line of inlineText(paragraph.children).split('\n')) offsets.push((offsets.at(-1) ?? 0) + line.length + 1)
  const from = starts[0] === 0 ? starts : [0, ...starts]
  return from.map((line, at) => {
    const next = from[at + 1]
    const end = next === undefined ? undefined : (offsets[next] ?? 0) - 1
    const position = placeOfLines(paragraph, line, next, survey)
    const children = sliceInline(paragraph.children, offsets[line] ?? 0, end)
    return position
      ? {type: 'paragraph', children: children.map((child) => within(child, position)), position}
      : {type: 'paragraph', children}
  })
}

/** A text that was cut still has the place of all of it. */
function within(node: PhrasingContent, {start, end}: Position): PhrasingContent {
  if (node.type !== 'text' || !node.position) return node
  const [from, to] = [node.position.start.offset ?? 0, node.position.end.offset ?? 0]
  const position = {
    start: from < (start.offset ?? 0) ? start : node.position.start,
    end: to > (end.offset ?? 0) ? end : node.position.end
  }
  return {...node, position}
}
