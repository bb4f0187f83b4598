import type {Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Candidate} from '../../guide/candidate.ts'
import {headingOf} from '../../mdast/heading-of.ts'
import type {HtmlElement} from '../../mdast/html-element.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {sliceInline} from '../../mdast/slice-inline.ts'
import {asks} from '../asks.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * Terms and what they mean: `<dl>`, a line that begins with `: ` below its term. Terms that ask are questions; plain terms are read
 * when asked for, when the document says that it holds flashcards, or when it holds nothing else.
 *
 * @example
 * ```markdown
 * # Kafka flashcards
 *
 * Topic
 * : A named log.
 *
 * Partition
 * : A piece of a topic.
 *
 * Offset
 * : The place of a record in a partition.
 * ```
 */
export const definition: Recogniser = {
  id: 'definition',
  recognise(survey) {
    const own = survey.blocks.flatMap(({node}) => pairsOf(node))
    const pairs = own.length > 0 ? own : emphasisedTerms(survey)
    const candidates = pairs.map((pair) => toCard(pair, survey))
    const mean = pairs.reduce((sum, {stem}) => sum + asks(inlineText(stem)), 0) / Math.max(1, pairs.length)
    return {
      candidates,
      leftOver: [],
      confidence:
        pairs.length < 2
          ? 0
          : Math.min(0.85, 0.3 + 0.5 * mean + (survey.namesQuestions || survey.hasCardMarks || only(pairs, survey) ? 0.3 : 0))
    }
  }
}

/** `**Topic**: a named log`, in a deck that holds nothing else: in other files it begins a point of a list. */
function emphasisedTerms({blocks, hasCardMarks}: Survey): readonly Pair[] {
  const nodes = hasCardMarks
    ? blocks.map(({node}) => node).filter((node) => !headingOf(node) && node.type !== 'yaml' && !isTagLine(node))
    : []
  const paragraphs = nodes.flatMap((node): RootContent[] =>
    node.type === 'list' ? node.children.flatMap(({children}) => children) : [node]
  )
  const pairs = paragraphs.flatMap((node) => (node.type === 'paragraph' ? (fromStrong(node) ?? []) : []))
  return pairs.length >= 3 && pairs.length === paragraphs.length ? pairs : []
}

function isTagLine(node: RootContent): boolean {
  return node.type === 'paragraph' && /^(?:#\S+\s*)+$/u.test(inlineText(node))
}

function fromStrong(node: Paragraph): Pair | undefined {
  const [term] = node.children
  if (term?.type !== 'strong') return undefined
  const text = inlineText(node.children)
  const name = inlineText(term)
  const sign = /^\s*(?:[:：]|\s[-–—])\s+(?=\S)/u.exec(text.slice(name.replace(/[:：]\s*$/u, '').length))
  if (!sign) return undefined
  const end = name.replace(/[:：]\s*$/u, '').length
  const children = sliceInline(node.children, end + sign[0].length)
  return {
    node,
    stem: sliceInline(node.children, 0, end),
    answer: [{type: 'paragraph', children, ...(node.position ? {position: node.position} : {})}]
  }
}

/** Whether the document holds nothing but terms, titles apart. */
function only(pairs: readonly Pair[], {blocks}: Survey): boolean {
  const nodes = new Set(pairs.map(({node}) => node))
  return pairs.length >= 3 && blocks.every(({node}) => nodes.has(node) || isList(node) || headingOf(node) !== undefined)
}

interface Pair {
  readonly node: RootContent
  readonly stem: readonly PhrasingContent[]
  readonly answer: readonly RootContent[]
}

function toCard({node, stem, answer}: Pair, survey: Survey): Candidate {
  return toCandidate({recogniser: 'definition', stem, body: [], answer, position: node.position}, survey)
}

function pairsOf(node: RootContent): Pair[] {
  if (isList(node)) return fromList(node.children)
  if (node.type !== 'paragraph') return []
  const text = inlineText(node.children)
  const match = /^([^\n]+)\n\s*:\s+(?=\S)/u.exec(text)
  if (!match?.[1]) return []
  const children = sliceInline(node.children, match[0].length)
  return [
    {
      node,
      stem: sliceInline(node.children, 0, match[1].length),
      answer: [{type: 'paragraph', children, ...(node.position ? {position: node.position} : {})}]
    }
  ]
}

function isList(node: RootContent): node is HtmlElement {
  return node.type === 'htmlElement' && node.tagName === 'dl'
}

function fromList(children: readonly RootContent[]): Pair[] {
  const pairs: {node: RootContent; stem: readonly PhrasingContent[]; answer: RootContent[]}[] = []
  for (const child of children) {
    if (child.type !== 'htmlElement') continue
    if (child.tagName === 'dt') pairs.push({node: child, stem: phrasing(child.children as Nodes[]), answer: []})
    if (child.tagName === 'dd') pairs.at(-1)?.answer.push(...blocks(child.children as RootContent[]))
    if (child.tagName === 'div') pairs.push(...(fromList(child.children as RootContent[]) as typeof pairs))
  }
  return pairs
}

function phrasing(nodes: readonly Nodes[]): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'paragraph' ? node.children : [node as PhrasingContent]))
}

const blockTypes: ReadonlySet<string> = new Set(['paragraph', 'list', 'code', 'blockquote', 'table', 'heading', 'math', 'thematicBreak'])

/** Text that stands in an element without a paragraph gets one. */
function blocks(nodes: readonly RootContent[]): RootContent[] {
  return nodes.some(({type}) => blockTypes.has(type)) ? [...nodes] : [{type: 'paragraph', children: nodes as PhrasingContent[]}]
}
