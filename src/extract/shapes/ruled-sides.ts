import type {RootContent} from 'mdast'
import {headingOf} from '../../mdast/heading-of.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {asks} from '../asks.ts'
import type {Recogniser} from '../recogniser.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * Rules between question and answer as well as between cards: every other part asks. A rule alone proves nothing.
 *
 * @example
 * ```markdown
 * What is a topic?
 *
 * ---
 *
 * A named log.
 *
 * ---
 *
 * What is a partition?
 *
 * ---
 *
 * A piece of a topic.
 * ```
 */
export const ruledSides: Recogniser = {
  id: 'ruled-sides',
  recognise(survey) {
    const parts: RootContent[][] = [[]]
    for (const {node} of survey.blocks) {
      if (node.type === 'thematicBreak') parts.push([])
      else if (node.type !== 'yaml' && headingOf(node)?.level !== 1) parts.at(-1)?.push(node)
    }
    const filled = parts.filter(({length}) => length > 0)
    const steady = filled.every((part, at) => (at % 2 === 0 ? part.length === 1 && asksAll(part) : !asksAll(part)))
    if (!steady || filled.length < 4) return {candidates: [], leftOver: [], confidence: 0}
    const candidates = filled.flatMap(([front], at) => {
      const stem = front?.type === 'paragraph' ? front.children : front && headingOf(front)?.children
      if (at % 2 === 1 || !stem) return []
      const find = {recogniser: 'ruled-sides', stem, body: [], answer: filled[at + 1] ?? [], position: front?.position}
      return [toCandidate(find, survey)]
    })
    return {candidates, leftOver: [], confidence: 0.85}
  }
}

/** Whether the first block of a part is a question with its mark. */
function asksAll([first]: readonly RootContent[]): boolean {
  return first !== undefined && (first.type === 'paragraph' || headingOf(first) !== undefined) && asks(inlineText(first).trim()) === 1
}
