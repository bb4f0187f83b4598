import type {RootContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {headsAnswers} from './heads-answers.ts'

/**
 * Reads `**Answers**` above a numbered list as a heading, as long as the numbered list before it, of the questions, has as many items:
 * else it begins the answer to one of them.
 */
export function headedAnswers(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.map((node, at) => {
    const next = nodes[at + 1]
    if (node.type !== 'paragraph' || next?.type !== 'list' || !next.ordered || next.children.length < 2) return node
    if (!headsAnswers(inlineText(node.children).replace(/[:：\s]+$/u, ''))) return node
    const asked = nodes.slice(0, at).findLast((block) => block.type === 'list')
    if (!asked?.ordered || asked.children.length !== next.children.length) return node
    return {type: 'heading', depth: 6, children: node.children, ...(node.position ? {position: node.position} : {})}
  })
}
