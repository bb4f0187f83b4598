import type {Paragraph, RootContent} from 'mdast'
import type {Position} from 'unist'
import {headingOf} from '../../mdast/heading-of.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {sliceInline} from '../../mdast/slice-inline.ts'
import {questionLabel} from '../answer-label.ts'
import {findAnswerMark} from '../answer-mark.ts'
import {asks} from '../asks.ts'
import {readOrdinal} from '../ordinal.ts'
import {placeOfLines} from '../place-of-lines.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * Plain or quoted lines that end with a question mark, answered by the lines and paragraphs below them. Prose asks too, but not line by line.
 *
 * @example
 * ```markdown
 * # Interview questions
 *
 * What is a topic?
 * A named log.
 *
 * What is a partition?
 *
 * A piece of a topic.
 *
 * How long do records stay?
 *
 * As long as `retention.ms` says.
 * ```
 */
export const plainQuestion: Recogniser = {
  id: 'plain-question',
  recognise(survey) {
    const paragraphs = plainOrQuoted(survey)
    const counted = countedLines(paragraphs.map(({node}) => node))
    const asking = paragraphs.filter(({node, length}) => (counted.size > 0 ? counted.has(node) : length > 0))
    let labelled = 0
    const candidates = asking.map(({index, node, length: asked, position}, at) => {
      const length = asked > 0 ? asked : (inlineText(node.children).split('\n', 1)[0]?.length ?? 0)
      const rest: RootContent[] = length < inlineText(node.children).length ? [below(node, length, survey)] : []
      const body = [...rest, ...following(index, asking[at + 1]?.index, survey)]
      if (findAnswerMark(body, survey)?.at === 0) labelled++
      return toCandidate({recogniser: 'plain-question', stem: sliceInline(node.children, 0, length), body, position}, survey)
    })
    const usual = asking.length >= 3 && asking.length * 4 >= paragraphs.length
    const answered = candidates.filter(({kind}) => kind !== 'unanswered').length * 2 >= candidates.length
    if (labelled >= 2 && labelled * 2 >= candidates.length) return {candidates, leftOver: [], confidence: 0.9}
    return {
      candidates,
      leftOver: [],
      confidence:
        usual && (answered || (survey.namesQuestions && (counted.size > 0 || isListOfQuestions(asking.length, paragraphs.length))))
          ? survey.namesQuestions
            ? 0.75
            : asking.length * 3 >= paragraphs.length
              ? 0.6
              : 0.4
          : 0.2
    }
  }
}

/** Four or more, and hardly a paragraph that does not ask. */
function isListOfQuestions(asking: number, paragraphs: number): boolean {
  return asking >= 4 && asking * 5 >= paragraphs * 4
}

interface Line {
  readonly index: number
  readonly node: Paragraph
  /** Of the line that asks; 0 for none. */
  readonly length: number
  readonly position: Position | undefined
}

/** The paragraphs of the page; where quotations of one line ask three times or more and no paragraph does, those. */
function plainOrQuoted({blocks, namesFaq}: Survey): Line[] {
  const lines = blocks.flatMap(({index, node}): (Line & {quoted: boolean})[] => {
    const own = node.type === 'blockquote' && node.children.length === 1 && node.data?.alert === undefined ? node.children[0] : node
    if (own?.type !== 'paragraph') return []
    return [{index, node: own, length: askedLine(own), position: node.position, quoted: node.type === 'blockquote'}]
  })
  const asking = lines.filter(({length}) => length > 0)
  const complaints = lines.filter(({quoted, index}) => quoted && blocks[index + 1]?.node.type === 'paragraph')
  const headings = blocks.filter(({node}) => headingOf(node)).length
  // "My window stays black", quoted again and again in a list of frequent questions without other headings.
  if (namesFaq && headings <= 1 && complaints.length >= 3 && complaints.length > asking.filter((line) => !line.quoted).length)
    return lines.map((line) => ({...line, length: complaints.includes(line) ? inlineText(line.node).length : 0}))
  const quoted = asking.filter((line) => line.quoted && line.length === inlineText(line.node).length)
  if (quoted.length < 3 || quoted.length < asking.length) return lines.filter((line) => !line.quoted)
  return lines.map((line) => (line.quoted ? line : {...line, length: 0}))
}

/** Paragraphs with numbers that count on (escaped, or Markdown would make a list of them), most of which ask. */
function countedLines(paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const numbered = paragraphs.flatMap((node) => {
    const ordinal = node.children[0]?.type === 'text' ? readOrdinal(inlineText(node.children)) : undefined
    return ordinal ? [{node, ordinal}] : []
  })
  const chain = numbered.filter(
    ({ordinal: {value}}, at) => numbered[at - 1]?.ordinal.value === value - 1 || numbered[at + 1]?.ordinal.value === value + 1
  )
  const asking = chain.filter(({node, ordinal}) => asks(inlineText(node.children).slice(ordinal.length)) >= 0.5)
  return new Set(chain.length >= 3 && asking.length * 2 >= chain.length ? chain.map(({node}) => node) : [])
}

/** Length of the first line when all of it asks one thing; 0 when it does not. */
function askedLine(paragraph: Paragraph): number {
  const line = inlineText(paragraph.children).split('\n', 1)[0] ?? ''
  if (line.length > 200 || questionLabel.test(line)) return 0 // A labelled line is not plain: `labelled-lines` knows more of it.
  const sentences = line.split(/[.!]\s/u).length
  // Two patterns: one would look for the end of the line from each of its letters.
  const isAsked = /[?？؟]\s*$/u.test(line) && /\p{L}/u.test(line)
  return paragraph.children[0]?.type === 'text' && isAsked && sentences <= 2 ? line.length : 0
}

function below(paragraph: Paragraph, length: number, survey: Survey): Paragraph {
  const position = placeOfLines(paragraph, 1, undefined, survey)
  return {type: 'paragraph', children: sliceInline(paragraph.children, length + 1), ...(position ? {position} : {})}
}

function following(index: number, next: number | undefined, {blocks}: Survey): RootContent[] {
  const nodes: RootContent[] = []
  for (let at = index + 1; at < (next ?? blocks.length); at++) {
    const node = blocks[at]?.node
    if (!node || headingOf(node)) break
    nodes.push(node)
  }
  return nodes
}
