import type {Heading, Paragraph, RootContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {cutAtLines} from './cut-at-lines.ts'
import type {Survey} from './survey.ts'

type Lines = Pick<Survey, 'lines' | 'lineOffsets'>

/** Two signs at least: one is a tag. */
const signs = /^(#{2,6})(?=[^#\s])/u

/**
 * Reads `##Topics`, which was a heading before CommonMark asked for a space and which old files are full of, as the heading that its
 * author meant, also right below text, where it runs into the paragraph. One alone in a file may be anything.
 */
export function withUnspacedHeadings(nodes: readonly RootContent[], survey: Lines): readonly RootContent[] {
  const found = new Map(
    nodes.flatMap((node) => (node.type === 'paragraph' ? [[node as RootContent, unspaced(node, survey)] as const] : []))
  )
  const count = [...found.values()].reduce((sum, {length}) => sum + length, 0)
  return count < 2 ? nodes : nodes.flatMap((node) => (node.type === 'paragraph' ? divide(node, found.get(node) ?? [], survey) : [node]))
}

/** Lines of a paragraph, from 0, that begin with signs in the source as well, where code and breaks of HTML would show. */
function unspaced({children, position}: Paragraph, {lines}: Lines): number[] {
  if (!position) return []
  const {line, column} = position.start
  return inlineText(children)
    .split('\n')
    .flatMap((text, index) => {
      const source = (lines[line - 1 + index] ?? '').slice(index === 0 ? column - 1 : 0).trimStart()
      return signs.test(text) && signs.test(source) ? [index] : []
    })
}

function divide(paragraph: Paragraph, starts: readonly number[], survey: Lines): RootContent[] {
  if (starts.length === 0) return [paragraph]
  const ends = starts.map((start) => start + 1)
  const last = inlineText(paragraph.children).split('\n').length
  const cuts = [...new Set([...starts, ...ends])].filter((line) => line < last).sort((a, b) => a - b)
  return cutAtLines(paragraph, cuts, survey).map((piece) => {
    const text = inlineText(piece.children)
    const depth = signs.exec(text)?.[1]?.length
    if (depth === undefined) return piece
    const title = sliceInline(piece.children, depth, text.replace(/\s*#*\s*$/u, '').length)
    return {type: 'heading', depth: depth as Heading['depth'], children: title, ...(piece.position ? {position: piece.position} : {})}
  })
}
