import type {Paragraph, RootContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {asks} from './asks.ts'
import {cutAtLines} from './cut-at-lines.ts'
import {readOrdinal} from './ordinal.ts'
import type {Survey} from './survey.ts'
import {toCountedItem} from './to-counted-item.ts'

type Lines = Pick<Survey, 'lines' | 'lineOffsets'>

/**
 * Takes numbered questions out of the paragraphs that CommonMark leaves them in: `4. What ...?` right below the answer to 3, which as
 * any number but 1 cannot end a paragraph, and lines that count with signs of their own (`2️⃣`, `(2)`), of which most ask.
 */
export function numberedLines(nodes: readonly RootContent[], survey: Lines): readonly RootContent[] {
  let last = 0
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'list' && node.ordered) {
      const start = node.start ?? 1
      // A list that begins anew below a question is a part of its answer.
      if (last === 0 || start === last + 1) last = start + node.children.length - 1
      return [node]
    }
    if (node.type !== 'paragraph') return [node]
    const starts = last > 0 ? lazyStarts(node, last) : []
    last += starts.length
    return starts.length > 0 ? cut(node, starts, survey) : apart(node, survey)
  })
}

/** Lines below the first that go on counting where the list above ended, and ask. */
function lazyStarts(paragraph: Paragraph, last: number): number[] {
  const starts: number[] = []
  for (const [index, line] of inlineText(paragraph.children).split('\n').entries()) {
    const number = /^(\d{1,4})[.)]\s+(?=\S)/u.exec(line)
    if (index > 0 && Number(number?.[1]) === last + starts.length + 1 && asks(line.slice(number?.[0].length)) >= 0.8) starts.push(index)
  }
  return starts
}

/** The paragraph above the first of these lines, then a list of one item for each. */
function cut(paragraph: Paragraph, starts: readonly number[], survey: Lines): RootContent[] {
  return cutAtLines(paragraph, starts, survey).map((piece, at): RootContent => {
    const text = inlineText(piece.children)
    const number = at === 0 ? null : /^(\d{1,4})[.)]\s+/u.exec(text)
    if (!number) return piece
    return toCountedItem(piece, number[0].length, Number(number[1]))
  })
}

/** Two or more lines of one paragraph that count on, most of them asking, are paragraphs of their own. */
function apart(paragraph: Paragraph, survey: Lines): RootContent[] {
  const lines = inlineText(paragraph.children).split('\n')
  const counted = lines.flatMap((line, index) => {
    const ordinal = readOrdinal(line)
    return ordinal ? [{index, ordinal, asks: asks(line.slice(ordinal.length))}] : []
  })
  const steady = counted.every(({ordinal}, at) => at === 0 || ordinal.value === (counted[at - 1]?.ordinal.value ?? 0) + 1)
  const asking = counted.filter((line) => line.asks >= 0.5).length
  if (counted.length < 2 || !steady || asking * 2 < counted.length) return [paragraph]
  return cutAtLines(
    paragraph,
    counted.map(({index}) => index),
    survey
  )
}
