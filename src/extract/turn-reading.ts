import type {Paragraph, RootContent} from 'mdast'
import type {Candidate} from '../guide/candidate.ts'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {questionLabel} from './answer-label.ts'
import {asks} from './asks.ts'
import {withCodeAbove} from './code-above.ts'
import {namesQuestions} from './names-questions.ts'
import {placeOfLines} from './place-of-lines.ts'
import type {LeftOver, Reading} from './recogniser.ts'
import {trimInline} from './stem.ts'
import type {Survey} from './survey.ts'
import {toCandidate} from './to-candidate.ts'
import {type ReadLabel, type Turn, toTurns} from './turns.ts'

/** Pairs turns that ask with the turns that answer them. Two pairs are safe, one needs most of the file, questions alone need three. */
export function turnReading(recogniser: string, survey: Survey, readLabel: ReadLabel): Reading {
  const turns = withCodeAbove(toTurns(survey, readLabel), survey)
  const candidates: Candidate[] = []
  const leftOver: LeftOver[] = []
  const labelsAnswers = turns.some(({role}) => role === 'answer')
  let pairs = 0
  for (const [at, turn] of turns.entries()) {
    if (turn.role !== 'question') {
      const before = turns[at - 1]
      if (turn.role === 'answer' && (before === undefined || turn.afterBreak)) leftOver.push(strayAnswer(turn))
      continue
    }
    const answers = answersOf(turns, at)
    if (answers.length > 0) pairs++
    const {remark, blocks} = withoutRemark(turn.blocks)
    const [stem, ...rest] = answers.length > 0 ? blocks : apart(blocks, survey)
    if (stem?.type !== 'paragraph') continue
    const find = {recogniser, stem: stem.children, question: turn.above, body: rest, tags: remark, position: turn.position}
    const answer = answers.flatMap(({blocks}) => blocks)
    if (at + answers.length + 1 < turns.length && isTitle(answer.at(-1)) && answer.length > 1) answer.pop()
    candidates.push(
      toCandidate(answers.length > 0 ? {...find, answer} : {...find, ...unanswered([stem, ...rest], labelsAnswers, survey)}, survey)
    )
  }
  return {
    candidates,
    leftOver,
    confidence: confidenceOf(candidates, {recogniser, pairs, gapped: turns.some(({role}) => role === 'cloze')}, survey)
  }
}

/** "Kubernetes interview questions": a line above the next question that says what follows. */
function isTitle(node: RootContent | undefined): boolean {
  const text = node?.type === 'paragraph' ? inlineText(node.children).trim() : ''
  return text.length <= 60 && !/[\n.!?:：。？]/u.test(text) && namesQuestions(text)
}

/** `- (Topic 1)` between a label and its question is a tag. */
function withoutRemark(blocks: readonly RootContent[]): {remark: readonly string[]; blocks: readonly RootContent[]} {
  const [first, second] = blocks
  const remark =
    first?.type === 'list' && second?.type === 'paragraph' ? /^\s*\(([^()]{1,40})\)\s*$/u.exec(inlineText(first))?.[1] : undefined
  return remark ? {remark: [remark.trim().replace(/\s+/g, '-')], blocks: blocks.slice(1)} : {remark: [], blocks}
}

/** Without a label that answers, what follows a line that asks (with its mark, or emphasised) in its paragraph is apart from it. */
function apart([stem, ...rest]: readonly RootContent[], survey: Survey): readonly RootContent[] {
  if (stem?.type !== 'paragraph') return stem ? [stem, ...rest] : rest
  const text = inlineText(stem.children)
  const line = text.split('\n', 1)[0] ?? ''
  const first = stem.children[0]
  const strong = first?.type === 'strong' ? inlineText(first).trimEnd() : ''
  const asked = /[?？؟]$/u.test(strong) || strong === line.trimEnd() ? strong : line
  const below = text.slice(asked.length)
  if (below.trim() === '' || !(asked === strong || /[?？؟]\s*$/u.test(asked)) || asks(below) === 1) return [stem, ...rest]
  const position = placeOfLines(stem, asked === line.trimEnd() ? 1 : 0, undefined, survey)
  const children = trimInline(sliceInline(stem.children, asked.length))
  const answer: Paragraph = {type: 'paragraph', children, ...(position ? {position} : {})}
  return [{...stem, children: sliceInline(stem.children, 0, asked.length)}, answer, ...rest]
}

/** Turns that answer, up to the next that asks. */
function answersOf(turns: readonly Turn[], at: number): readonly Turn[] {
  const answers: Turn[] = []
  for (let index = at + 1; index < turns.length; index++) {
    const turn = turns[index]
    if (turn?.role !== 'answer' || turn.afterBreak) break
    answers.push(turn)
  }
  return answers
}

/**
 * Where a document labels questions only, prose below one answers it; fenced code and pictures alone belong to a question with its
 * mark, and answer a task. Where it labels answers too, a question without one has none.
 */
function unanswered(
  [stem, ...rest]: readonly RootContent[],
  labelsAnswers: boolean,
  {source}: Survey
): {body: readonly RootContent[]; answer?: readonly RootContent[]} {
  const task = asks(inlineText(stem ?? [])) < 1
  const fenced = (node: RootContent) => node.type === 'code' && /^[`~]/.test(source.slice(node.position?.start.offset ?? 0))
  const prose = rest.some((node) => (task || !fenced(node)) && node.type !== 'image' && inlineText(node).trim() !== '')
  return labelsAnswers || !prose ? {body: rest, answer: []} : {body: rest}
}

function strayAnswer({position, blocks}: Turn): LeftOver {
  return {
    line: position?.start.line ?? 1,
    endLine: position?.end.line ?? 1,
    reason: 'An answer without a question above it',
    text: inlineText(blocks).slice(0, 80)
  }
}

function confidenceOf(
  candidates: readonly Candidate[],
  {recogniser, pairs, gapped}: {recogniser: string; pairs: number; gapped: boolean},
  survey: Survey
): number {
  if (pairs >= 2 && pairs * 2 >= candidates.length) return 0.96
  if (pairs > 0 && recogniser !== 'dialogue' && (survey.hasCardMarks || gapped || labelledHeadings(survey) >= 2)) return 0.9
  if (candidates.length >= 3) return 0.8
  const size = candidates.reduce((sum, {position}) => sum + (position.end.offset ?? 0) - (position.start.offset ?? 0), 0)
  const answered = candidates.filter(({kind}) => kind !== 'unanswered').length
  return (pairs > 0 || answered >= 2) && size * 2 >= survey.source.trim().length ? 0.75 : 0.3
}

/** Headings that carry the same labels as the lines. */
function labelledHeadings({blocks}: Survey): number {
  return blocks.filter(({node}) => questionLabel.test(inlineText(headingOf(node)?.children ?? []))).length
}
