import type {Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {answerLabel, questionLabel} from './answer-label.ts'
import {findAnswerMark} from './answer-mark.ts'
import {asks} from './asks.ts'
import type {Block} from './flow.ts'
import {readOrdinal} from './ordinal.ts'
import type {Survey} from './survey.ts'
import {isNoise} from './trim-noise.ts'

/** A paragraph whose emphasised beginning asks, with the blocks up to the next one. */
export interface BoldQuestion {
  readonly block: Block
  readonly stem: readonly PhrasingContent[]
  /** The rest of its paragraph below the first line, then the blocks that follow. */
  readonly body: readonly RootContent[]
  readonly ordinal?: number
  readonly confidence: number
}

interface Bold extends Omit<BoldQuestion, 'body' | 'confidence'> {
  /** What stands in the same paragraph below the question. */
  readonly below: readonly RootContent[]
  readonly asks: number
  /** It begins with a rule, a break or a heading above it, as separate entries do. */
  readonly separated: boolean
  /** It is all of its paragraph, and a paragraph or list stands below it. */
  readonly alone: boolean
}

const cache = new WeakMap<Survey, readonly BoldQuestion[]>()

/**
 * Decides which emphasised paragraphs ask. If most carry ordinals, the ordinals tell; else question marks and words vote, and
 * statements count when they are set apart in the way the questions are.
 */
export function boldQuestions(survey: Survey): readonly BoldQuestion[] {
  const known = cache.get(survey)
  if (known) return known
  const found = decide(survey)
  cache.set(survey, found)
  return found
}

function decide(survey: Survey): readonly BoldQuestion[] {
  const bolds = survey.blocks.flatMap((block) => toBold(block, survey) ?? [])
  const numbered = bolds.filter(({ordinal}) => ordinal !== undefined)
  const rising = numbered.filter((bold, at) => (bold.ordinal ?? 0) === (numbered[at - 1]?.ordinal ?? 0) + 1).length
  const asking = bolds.filter((bold) => bold.asks >= 0.5)
  const byNumber =
    rising >= 3 && rising * 3 >= numbered.length * 2 && numbered.filter((bold) => bold.asks >= 0.5).length * 2 >= asking.length
  const apart = asking.length === 0 ? 0 : asking.filter(({separated}) => separated).length / asking.length
  const separated = bolds.filter((bold) => bold.separated).length
  const speaks = asking.length >= 3 || (asking.length >= 2 && asking.length * 5 >= separated * 2)
  // In a list of frequent questions, a complaint that stands as the questions do is one ("I forgot my password").
  const alone = bolds.filter((bold) => bold.alone)
  const askingAlone = alone.filter((bold) => bold.asks >= 0.5).length
  const complains =
    (survey.namesFaq && asking.length >= 3 && askingAlone >= alone.length * 0.7) ||
    (alone.length >= 10 && askingAlone >= alone.length * 0.6 && areAllTitles(alone))
  const whole = bolds.filter((bold) => bold.below.length === 0)
  const series =
    whole.length >= 4 && whole.length === bolds.length && bolds.filter((bold) => bold.asks >= 0.8).length * 4 >= bolds.length * 3
  const taken = byNumber
    ? numbered
    : series
      ? bolds
      : bolds.filter(
          (bold) =>
            (complains && bold.alone) ||
            bold.asks >= 0.5 ||
            (speaks && apart >= 0.9 && bold.separated && !/[:：]\s*$/.test(inlineText(bold.stem)))
        )
  if (taken.length === 0) return []
  const mean = taken.reduce((sum, bold) => sum + bold.asks, 0) / taken.length
  const evidence = byNumber ? Math.max(mean, survey.namesQuestions ? 0.8 : 0.4) : mean
  // Forms and templates ask two or three things of the reader in the same dress.
  const few = taken.length < 4 && !byNumber && !survey.namesQuestions
  const confidence =
    Math.min(0.95, 0.2 + 0.4 * evidence + (survey.namesQuestions ? 0.1 : 0) + Math.min(0.3, taken.length / 20)) -
    (survey.asksReader ? 0.5 : few ? 0.25 : 0)
  const found = taken.map((bold, at) => {
    const body = [...bold.below, ...bodyOf(bold, taken[at + 1], survey.blocks)]
    return {...bold, confidence, ...(body.every(isNoise) ? answeredInLine(bold) : {body})}
  })
  const marked = found.filter(({body}) => findAnswerMark(body, survey) !== undefined).length
  return marked >= 2 && marked * 2 >= found.length ? found.map((bold) => ({...bold, confidence: Math.max(confidence, 0.9)})) : found
}

/** Where nothing stands below, what follows an emphasised title in its paragraph answers it. */
function answeredInLine({block, stem}: Bold): Pick<BoldQuestion, 'stem' | 'body'> {
  const first = stem[0]
  const strong = first ? inlineText(first).trimEnd() : ''
  const rest = sliceInline(stem, strong.length)
  const divides = block.node.type === 'paragraph' && /[\p{L}].*[.!?:：。]$/su.test(strong) && inlineText(rest).trim() !== ''
  return divides ? {stem: sliceInline(stem, 0, strong.length), body: [belowOf(block.node as Paragraph, rest)]} : {stem, body: []}
}

function bodyOf(bold: Bold, next: Bold | undefined, blocks: readonly Block[]): RootContent[] {
  const body: RootContent[] = []
  for (let at = bold.block.index + 1; at < (next?.block.index ?? blocks.length); at++) {
    const node = blocks[at]?.node
    if (!node || headingOf(node)) break
    body.push(node)
  }
  return body
}

function toBold(block: Block, survey: Survey): Bold | undefined {
  const {node} = block
  if (node.type !== 'paragraph') return undefined
  const first = node.children[0]
  if (!first || !(isStrong(first) || isItalicLine(node, first))) return undefined
  const stem = stemLength(node, first)
  if (stem === undefined) return undefined
  const text = inlineText(node.children).slice(0, stem)
  if (questionLabel.test(text) || answerLabel.test(text)) return undefined
  const ordinal = readOrdinal(text)
  const above = survey.blocks[block.index - 1]?.node
  const below = sliceInline(node.children, stem)
  return {
    block,
    stem: sliceInline(node.children, 0, stem),
    below: inlineText(below).trim() === '' ? [] : [belowOf(node, below)],
    ...(ordinal ? {ordinal: ordinal.value} : {}),
    asks: asks(ordinal ? text.slice(ordinal.length) : text),
    alone: inlineText(below).trim() === '' && !/[:：]\s*$/.test(text) && answersBelow(survey.blocks[block.index + 1]?.node),
    separated: above === undefined || isNoise(above) || headingOf(above) !== undefined || dividedInSource(above, node, survey)
  }
}

/** Whether what does not ask stands among what does: never the same text twice, never more than two in a row, as parts of an answer would. */
function areAllTitles(alone: readonly Bold[]): boolean {
  const stated = alone.filter((bold) => bold.asks < 0.5).map(({stem}) => inlineText(stem))
  const rows = alone.map((bold, at) => bold.asks < 0.5 && [1, 2].every((next) => (alone[at + next]?.asks ?? 1) < 0.5))
  return new Set(stated).size === stated.length && !rows.includes(true)
}

function answersBelow(node: RootContent | undefined): boolean {
  if (node?.type === 'paragraph') return node.children[0]?.type !== 'strong'
  return node?.type === 'list' || node?.type === 'code' || node?.type === 'table'
}

/** Breaks (`<br>`) between blocks leave no node; the source still shows them. */
function dividedInSource(above: RootContent, node: RootContent, {source}: Survey): boolean {
  const [from, to] = [above.position?.end.offset, node.position?.start.offset]
  return from !== undefined && to !== undefined && source.slice(from, to).trim() !== ''
}

/**
 * How much of the paragraph asks: an emphasised line; or, after an emphasised ordinal or title with ordinal, the whole line.
 * Text that merely begins with an emphasised term asks nothing.
 */
function stemLength(paragraph: Paragraph, first: PhrasingContent): number | undefined {
  const text = inlineText(paragraph.children)
  const strong = inlineText(first).trimEnd().length
  const line = text.split('\n', 1)[0]?.length ?? 0
  const ordinal = readOrdinal(text)
  // `**What is it?** The answer`: asked and answered on one line.
  if (strong < line && /[?？؟]$/u.test(text.slice(0, strong)) && /^\s*(?:[-–—:]\s+)?[\p{L}\p{N}"'“«(]/u.test(text.slice(strong, line)))
    return strong
  if (ordinal && ordinal.length <= strong + 1) return text.includes('\n') && strong >= line ? line : wholeUnlessAsked(text, line)
  const tail = text.slice(strong, Math.max(strong, line))
  if (strong > line) return text.slice(strong).trim() === '' || text[strong] === '\n' ? strong : undefined
  return /[\p{L}\p{N}]/u.test(tail.replace(/:[a-z0-9_+-]+:|\([^()]*\)/gu, '')) ? undefined : line
}

/** A title with its first sentences asks as a whole, unless its first line ends with a question mark. */
function wholeUnlessAsked(text: string, line: number): number {
  return /[?？؟]\s*$/u.test(text.slice(0, line)) ? line : text.length
}

function belowOf(paragraph: Paragraph, children: PhrasingContent[]): Paragraph {
  const trimmed = sliceInline(children, inlineText(children).length - inlineText(children).trimStart().length)
  const start = trimmed[0]?.position?.start
  return {type: 'paragraph', children: trimmed, ...(start && paragraph.position ? {position: {start, end: paragraph.position.end}} : {})}
}

/** Italics ask only as a line of their own: inside a line they stress a word. */
function isItalicLine(paragraph: Paragraph, first: PhrasingContent): boolean {
  return first.type === 'emphasis' && inlineText(first).trim() === inlineText(paragraph.children).split('\n', 1)[0]?.trim()
}

function isStrong(node: Nodes): boolean {
  return node.type === 'strong' || (node.type === 'htmlElement' && ['b', 'strong', 'u'].includes(node.tagName))
}
