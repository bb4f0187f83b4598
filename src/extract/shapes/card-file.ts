import type {RootContent} from 'mdast'
import {headingOf} from '../../mdast/heading-of.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A file that is one card, as its front matter says with the id of a card or of its deck: the first rule divides front and back, also
 * right below text, where Markdown takes it for the underline of a heading; without one, the first block is the front.
 *
 * @example
 * ```markdown
 * ---
 * card_id: aBcD1234
 * ---
 *
 * What is a topic?
 * ---
 * A named log.
 * ```
 */
export const cardFile: Recogniser = {
  id: 'card-file',
  recognise(survey) {
    const [first] = survey.tree.children
    const matter = first?.type === 'yaml' ? first.value : ''
    const nodes = survey.blocks.map(({node}) => node).filter(({type}) => type !== 'yaml')
    const rule = nodes.findIndex((node) => node.type === 'thematicBreak' || isUnderlined(node, survey))
    const at = rule === -1 ? 1 : nodes[rule]?.type === 'thematicBreak' ? rule : rule + 1
    const [front, ...rest] = nodes.slice(0, at)
    const stem = front?.type === 'paragraph' ? front.children : front && headingOf(front)?.children
    const own = cardKey.test(matter) || (deckKey.test(matter) && nodes.filter((node) => headingOf(node)).length <= 1)
    if (!own || !front || !stem) return {candidates: [], leftOver: [], confidence: 0}
    const id = /^card[-_]?id\s*:\s*["']?([\w-]+)/im.exec(matter)?.[1]
    const find = {recogniser: 'card-file', stem, body: rest, answer: nodes.slice(at), position: front.position}
    return {candidates: [toCandidate({...find, ...(id ? {id} : {})}, survey)], leftOver: [], confidence: 0.95, whole: true}
  }
}

const cardKey = /^card[-_]?id\s*:\s*\S/im
const deckKey = /^deck[-_]?id\s*:\s*\S/im

/** A heading of two lines, the second of hyphens. */
function isUnderlined(node: RootContent, {lines}: Survey): boolean {
  return node.type === 'heading' && node.depth === 2 && !/^ {0,3}#/.test(lines[(node.position?.start.line ?? 1) - 1] ?? '')
}
