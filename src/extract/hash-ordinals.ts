import type {RootContent} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {cutAtLines} from './cut-at-lines.ts'
import type {Survey} from './survey.ts'
import {toCountedItem} from './to-counted-item.ts'

const sign = /^\s*#\.\s+(?=\S)/

/** Reads `#. What ...?`, which counts by itself in reStructuredText and Pandoc, as the ordered list that its author meant. */
export function hashOrdinals(nodes: readonly RootContent[], survey: Pick<Survey, 'lines' | 'lineOffsets'>): readonly RootContent[] {
  let count = 0
  return nodes.flatMap((node): RootContent[] => {
    if (headingOf(node)) count = 0
    if (node.type !== 'paragraph') return [node]
    const starts = inlineText(node.children)
      .split('\n')
      .flatMap((line, index) => (sign.test(line) ? [index] : []))
    if (starts.length === 0) return [node]
    return cutAtLines(node, starts, survey).map((piece) => {
      const mark = sign.exec(inlineText(piece.children))
      return mark ? toCountedItem(piece, mark[0].length, ++count) : piece
    })
  })
}
