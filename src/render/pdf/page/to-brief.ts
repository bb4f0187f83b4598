import type {Code, List, Paragraph, RootContent} from 'mdast'
import type {Card} from '../../../guide/card.ts'
import {diagramSource} from '../../../guide/diagram-source.ts'
import {toPlainText} from '../../../mdast/to-plain-text.ts'

/** A card for a brief sheet. */
export interface Brief {
  readonly card: Card
  /** Something of the answer was left out. */
  readonly cut: boolean
}

const MOST_ITEMS = 7
const MOST_CODE_LINES = 6
const COMMENT = /^<!--\s*brief:\s*([\s\S]*?)\s*-->$/

/**
 * The card with the start of its answer only: what the author wrote in `<!-- brief: ... -->`, else the first paragraph or list (a
 * line that leads in takes along what it leads to) and up to six lines of the first code.
 */
export function toBrief(card: Card): Brief {
  const {answer} = card
  const written = answer.flatMap((node) => (node.type === 'html' ? (COMMENT.exec(node.value)?.[1] ?? []) : []))[0]
  if (written !== undefined) return {card: {...card, answer: [paragraph(written)], explanation: []}, cut: true}
  const blocks = answer.filter((node) => node.type !== 'html')
  const [first, second] = blocks
  if (first === undefined) return {card, cut: false}
  const kept: RootContent[] = [shorten(first)]
  if (second !== undefined && leadsIn(first)) kept.push(shorten(second))
  const code = blocks.find((node) => node.type === 'code')
  if (code !== undefined && !kept.some((node) => node.type === 'code')) kept.push(shorten(code))
  const cut = card.explanation.length > 0 || textOf(kept) !== textOf(blocks)
  return {card: {...card, answer: kept, explanation: []}, cut}
}

function leadsIn(node: RootContent): boolean {
  return node.type === 'paragraph' && /[:：]\s*$/.test(toPlainText(node))
}

function shorten(node: RootContent): RootContent {
  if (node.type === 'list') return {...node, children: node.children.slice(0, MOST_ITEMS)} satisfies List
  if (node.type !== 'code' || diagramSource(node) !== undefined) return node
  const lines = node.value.split('\n')
  return lines.length <= MOST_CODE_LINES ? node : ({...node, value: [...lines.slice(0, MOST_CODE_LINES), '…'].join('\n')} satisfies Code)
}

function paragraph(value: string): Paragraph {
  return {type: 'paragraph', children: [{type: 'text', value}]}
}

function textOf(nodes: readonly RootContent[]): string {
  return toPlainText({type: 'root', children: [...nodes]})
}
