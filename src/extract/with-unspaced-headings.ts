import type {Heading, Paragraph, RootContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {placeOfLines} from './place-of-lines.ts'
import type {Survey} from './survey.ts'

/** Two signs at least: one is a tag. */
const signs = /^(#{2,6})(?=[^#\s])/u

/**
 * Reads `##Topics`, which was a heading before CommonMark asked for a space and which old files are full of, as the heading that its
 * author meant. One alone in a file may be anything.
 */
export function withUnspacedHeadings(nodes: readonly RootContent[], survey: Pick<Survey, 'lines' | 'lineOffsets'>): readonly RootContent[] {
  const found = nodes.filter((node) => node.type === 'paragraph' && isUnspaced(node, survey))
  return found.length < 2 ? nodes : nodes.flatMap((node) => (found.includes(node) ? divide(node as Paragraph, survey) : [node]))
}

function isUnspaced({children, position}: Paragraph, {lines}: Pick<Survey, 'lines'>): boolean {
  if (!position || children[0]?.type !== 'text') return false
  return signs.test((lines[position.start.line - 1] ?? '').slice(position.start.column - 1))
}

function divide(paragraph: Paragraph, survey: Pick<Survey, 'lines' | 'lineOffsets'>): RootContent[] {
  const text = inlineText(paragraph.children)
  const line = text.split('\n', 1)[0] ?? ''
  const depth = (signs.exec(line)?.[1]?.length ?? 2) as Heading['depth']
  const title = sliceInline(paragraph.children, depth, line.replace(/\s*#*\s*$/u, '').length)
  const [own, below] = [placeOfLines(paragraph, 0, 1, survey), placeOfLines(paragraph, 1, undefined, survey)]
  const heading: Heading = {type: 'heading', depth, children: title, ...(own ? {position: own} : {})}
  if (text.length <= line.length) return [heading]
  return [heading, {type: 'paragraph', children: sliceInline(paragraph.children, line.length + 1), ...(below ? {position: below} : {})}]
}
