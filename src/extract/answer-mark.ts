import type {Nodes, Paragraph, RootContent} from 'mdast'
import {type HeadingLike, headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {
  answerLabel,
  answerLabelWithColon,
  dashedAnswerWord,
  numberedAnswerLabel,
  questionLabel,
  softAnswerLabel,
  wholeAnswerWord
} from './answer-label.ts'
import type {HeadingZone} from './heading-zones.ts'
import {isRevealing} from './is-revealing.ts'
import {type OptionBlock, readOptions} from './options.ts'
import {summaryKey} from './summary-of.ts'
import type {Survey} from './survey.ts'
import {isNoise} from './trim-noise.ts'

/** Where the answer begins below a question, and what its label leaves of the block it stands in. */
export interface AnswerMark {
  readonly at: number
  readonly kind: 'label' | 'fold'
  /** The labelled block without its label; nothing when the label stood alone. */
  readonly rest: readonly RootContent[]
}

/**
 * Finds the label ("**Answer:**", a heading "Answer") or the fold ("View answer") that divides question and answer.
 * A label counts with its colon or alone on its line, in whatever emphasis.
 *
 * @param named Whether the label may be a heading that names the answer ("#### Answer: B"), as below options.
 * @param states Whether the question states a task; then "Solution:" below prose divides, which else heads a part of the answer.
 */
export function findAnswerMark(
  nodes: readonly RootContent[],
  survey: Survey,
  {named = false, states = false}: {named?: boolean; states?: boolean} = {}
): AnswerMark | undefined {
  let prose = 0
  for (const [at, node] of nodes.entries()) {
    const hint = isHint(node) && nodes.slice(at + 1).some((later) => isFold(later, survey, prose) && !isHint(later))
    if (!hint && isFold(node, survey, prose)) return {at, kind: 'fold', rest: []}
    if (at > 0 && node.type === 'paragraph' && /^\s*%\s*$/.test(inlineText(node.children))) return {at, kind: 'label', rest: []}
    const rest = withoutLabel(node, named || at === 0)
    if (rest && (prose === 0 || states || !isSoft(node)) && (prose === 0 || rest.length > 0 || !nodes.slice(at + 1).every(isNoise)))
      return {at, kind: 'label', rest}
    if (isProse(node)) prose++
  }
  return undefined
}

/** The choices below a question, above the mark of its answer. */
export function findOptions(nodes: readonly RootContent[], survey: Survey, named = false): OptionBlock | undefined {
  const isMark = (node: RootContent) => isFold(node, survey, 0) || withoutLabel(node, true) !== undefined
  return readOptions(nodes, isMark, {loose: survey.choosesByBoxes, named})
}

/** A fold below an answer that stands in the open only adds to it; folds hide answers where a document folds most of them. */
function isFold(node: RootContent, survey: Survey, prose: number): boolean {
  if (node.type === 'blockquote') return prose <= 2 && node.data?.title !== undefined && isRevealing(node.data.title)
  if (node.type !== 'htmlElement' || node.tagName !== 'details') return false
  const key = summaryKey(node)
  return survey.foldingSummaries.has(key) && (prose === 0 || (isRevealing(key) && (prose <= 2 || survey.foldsAnswers)))
}

/** A folded hint above a folded answer helps to ask. */
function isHint(node: RootContent): boolean {
  return (
    node.type === 'htmlElement' &&
    node.tagName === 'details' &&
    /^[^\p{L}]*(?:hints?|tips?|hinweis|pista|indice|подсказка|提示|ヒント|힌트)(?![\p{L}])/u.test(summaryKey(node))
  )
}

function isSoft(node: RootContent): boolean {
  return !headingOf(node) && softAnswerLabel.test(inlineText(node).trim())
}

function isProse(node: RootContent): boolean {
  return (node.type === 'paragraph' || node.type === 'list' || node.type === 'blockquote') && speaks(node)
}

/** Whether a letter or digit is in the text of a node; mostly the first word tells. */
function speaks(node: Nodes): boolean {
  if ('children' in node && node.type !== 'htmlElement') return (node.children as Nodes[]).some(speaks)
  return /[\p{L}\p{N}]/u.test(inlineText(node))
}

/**
 * Whether a heading has an answer mark under it, before the next heading that is none. Labelled questions or several labelled answers
 * under a heading that does not ask make it a section.
 */
export function hasAnswerMark(zone: HeadingZone, survey: Survey): boolean {
  const next = zone.body[zone.own.length]
  const nodes = [...zone.own, ...(next ? [next] : [])].map(({node}) => node)
  const mark = findAnswerMark(nodes, survey, {states: zone.asks < 0.8})
  // Check boxes below a plain title are a plan, not a choice.
  const exam = zone.asks >= 0.5 || zone.labelled || (survey.namesQuestions && (zone.ordinal !== undefined || survey.choices >= 3))
  if (!mark) return exam && findOptions(nodes, survey) !== undefined
  if (!zone.labelled && nodes.slice(0, mark.at).some(isLabelledQuestion)) return false
  return zone.asks >= 0.5 || zone.labelled || findAnswerMark(nodes.slice(mark.at + 1), survey) === undefined
}

function isLabelledQuestion(node: RootContent): boolean {
  return (node.type === 'paragraph' || node.type === 'list') && questionLabel.test(inlineText(node))
}

function withoutLabel(node: RootContent, named: boolean): readonly RootContent[] | undefined {
  const heading = headingOf(node)
  if (heading) return withoutHeadingLabel(heading, named)
  if (node.type !== 'paragraph') return undefined
  const text = inlineText(node.children)
  const match =
    (startsEmphasised(node) ? answerLabel : answerLabelWithColon).exec(text) ??
    dashedAnswerWord(text) ??
    aloneOnLine(text) ??
    (named ? atOnce(text) : null)
  // "a." before "b." is a point of a list; a link that says "Answer" leads to one.
  if (!match || /^[^\p{L}]*[a-z][^\p{L}]*$/u.test(match[0]) || isLinked(node, match[0])) return undefined
  const children = sliceInline(node.children, match[0].length)
  return inlineText(children).trim() === '' && !children.some(isMedia) ? [] : [{...node, children}]
}

function withoutHeadingLabel(heading: HeadingLike, named: boolean): readonly RootContent[] | undefined {
  const length = (answerLabel.exec(inlineText(heading.children)) ??
    /^\s*answers?\s+(?:by|from)\s+.*/iu.exec(inlineText(heading.children)))?.[0].length
  // The letter "A" alone heads a part of a glossary, "A. Install it" the first of several steps.
  if (length === undefined || /^\s*\p{L}(?:\s*$|[.)]\s*\S)/u.test(inlineText(heading.children))) return undefined
  const children = sliceInline(heading.children, length)
  if (children.length === 0) return []
  return named ? [{type: 'paragraph', children, ...(heading.node.position ? {position: heading.node.position} : {})}] : undefined
}

/** Whether the letters of a label stand in a link. */
function isLinked({children}: Paragraph, label: string): boolean {
  const first = children.find((child) => /[\p{L}\p{N}]/u.test(inlineText(child)))
  return first?.type === 'link' && inlineText(first).includes(label.replace(/[^\p{L}]+/gu, ''))
}

/** Right below the question "Ans. ..." and "A1: ..." are labels too. */
function atOnce(text: string): RegExpExecArray | null {
  const match = wholeAnswerWord(text) ?? numberedAnswerLabel.exec(text)
  return match && !softAnswerLabel.test(text) ? match : null
}

/** A label that is all of its paragraph's first line. */
function aloneOnLine(text: string): RegExpExecArray | null {
  const line = text.split('\n', 1)[0] ?? ''
  const match = answerLabel.exec(line)
  return match && match[0].length === line.length && text.length > 2 && (/[:：]/.test(line) || !softAnswerLabel.test(line)) ? match : null
}

function startsEmphasised(paragraph: Paragraph): boolean {
  const first = paragraph.children[0]
  return (
    first?.type === 'strong' ||
    first?.type === 'emphasis' ||
    (first?.type === 'htmlElement' && ['b', 'strong', 'i', 'em', 'u'].includes(first.tagName))
  )
}

function isMedia(node: Nodes): boolean {
  return node.type === 'image' || (node.type === 'htmlElement' && ['img', 'svg'].includes(node.tagName))
}
