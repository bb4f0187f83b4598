import type {Nodes} from 'mdast'
import {toPlainText} from '../../mdast/to-plain-text.ts'
import type {Rule} from '../rule.ts'
import {stemPlace} from '../stem-of.ts'

/** Words that a part needs to be a question of its own: "If so, why?" and "How?" belong to the one before. */
const fewestWords = 5

/** Signs that a part needs where words are not set apart. */
const fewestSigns = 8

/**
 * Several questions in one: a learner who knows half of the answer can't grade the card.
 * A short tail ("Why?", "If so, how?") is not counted, nor what stands in quotes, italics or brackets.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## What is a topic? How many partitions should a topic have?
 *
 * A named log. As many as consumers should read at once.
 * ```
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## What is a topic?
 *
 * A named log.
 *
 * ## How many partitions should a topic have?
 *
 * As many as consumers should read at once.
 * ```
 */
export const severalQuestions: Rule = {
  id: 'several-questions',
  severity: 'info',
  check(documents, report) {
    for (const document of documents)
      for (const candidate of document.candidates) {
        if (candidate.kind === 'cloze' || candidate.options.length > 0) continue
        const count = countQuestions(toPlainText(candidate.question.slice(0, 1).map(withoutEmphasis)))
        if (count > 1)
          report({
            document,
            place: stemPlace(candidate),
            reason: `Unexpected ${count} questions in one, expected a card for each`,
            note: 'Give each a heading and an answer of its own.',
            weight: count
          })
      }
  }
}

/** Italics quote: *Should I restart it?* is what somebody asks in a story. */
function withoutEmphasis(node: Nodes): Nodes {
  if (!('children' in node) || node.children.length < 2) return node
  return {...node, children: (node.children as Nodes[]).filter(({type}) => type !== 'emphasis').map(withoutEmphasis)} as Nodes
}

function countQuestions(stem: string): number {
  const bare = stem.replace(/"[^"]*"|“[^”]*”|'[^']*\?'|«[^»]*»|「[^」]*」|\([^)]*\)|（[^）]*）/g, ' ')
  const parts = [...bare.matchAll(/[^?？؟]+(?=[?？؟](?:\s|$|[^\x20-\x7f]))/g)].map(([part]) => part.slice(part.search(/[^.!]*$/)))
  const [first, ...rest] = parts
  return first === undefined ? 0 : 1 + rest.filter(isWhole).length
}

function isWhole(part: string): boolean {
  const words = part.trim().split(/\s+/)
  return words.length >= fewestWords || (/\p{Script=Han}|\p{Script=Hiragana}/u.test(part) && part.trim().length >= fewestSigns)
}
