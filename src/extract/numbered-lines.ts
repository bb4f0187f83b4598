import type {List, Paragraph, RootContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {asks} from './asks.ts'
import {readOrdinal} from './ordinal.ts'
import {placeOfLines} from './place-of-lines.ts'
import type {Survey} from './survey.ts'

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
  return pieces(paragraph, starts, survey).map((piece, at): RootContent => {
    const text = inlineText(piece.children)
    const number = at === 0 ? null : /^(\d{1,4})[.)]\s+/u.exec(text)
    if (!number) return piece
    const place = piece.position ? {position: piece.position} : {}
    const own: Paragraph = {...piece, children: sliceInline(piece.children, number[0].length)}
    const list: List = {
      type: 'list',
      ordered: true,
      start: Number(number[1]),
      spread: false,
      children: [{type: 'listItem', spread: false, children: [own], ...place}],
      ...place
    }
    return list
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
  return pieces(
    paragraph,
    counted.map(({index}) => index).filter((index) => index > 0),
    survey
  )
}

function pieces(paragraph: Paragraph, starts: readonly number[], survey: Lines): Paragraph[] {
  const lines = inlineText(paragraph.children).split('\n')
  const offsets = [0]
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length + 1)
  return [0, ...starts].map((from, at) => {
    const next = starts[at]
    const end = next === undefined ? undefined : (offsets[next] ?? 0) - 1
    const position = placeOfLines(paragraph, from, next, survey)
    return {type: 'paragraph', children: sliceInline(paragraph.children, offsets[from] ?? 0, end), ...(position ? {position} : {})}
  })
}
