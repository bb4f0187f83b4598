import type {RootContent} from 'mdast'
import type {Position} from 'unist'
import {findAnswerMark} from './answer-mark.ts'
import {type ListQuestion, listQuestions} from './list-questions.ts'
import type {Reading} from './recogniser.ts'
import type {Survey} from './survey.ts'
import {toCandidate} from './to-candidate.ts'
import {isNoise} from './trim-noise.ts'

/** How an item's answer is given. */
type ListShape = 'bold-item' | 'bare-question' | 'item-answer' | 'list-quote'

/** The reading of those list questions that have one shape; the shapes of lists share the vote on which items ask. */
export function listReading(shape: ListShape, survey: Survey): Reading {
  const all = listQuestions(survey)
  const questions = all.filter((question) => shapeOf(question) === shape)
  const candidates = questions.map(({item, stem, followUps, answer, id}) =>
    toCandidate(
      {
        ...(id === undefined ? {} : {id}),
        recogniser: shape,
        stem,
        question: followUps,
        body: shape === 'list-quote' ? unquoted(answer) : answer,
        position: placeOf(item, stem.findLast(({position}) => position)?.position)
      },
      survey
    )
  )
  return {candidates, leftOver: [], confidence: questions.length === 0 ? 0 : confidenceOf(all, survey, candidates)}
}

/** The quotation marks the answer here; an alert inside it keeps its frame. */
function unquoted(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => (node.type === 'blockquote' && node.data?.alert === undefined ? node.children : [node]))
}

function shapeOf({bold, answer}: ListQuestion): ListShape {
  const said = answer.filter((node) => !isNoise(node))
  if (said.length > 0 && said.every((node) => node.type === 'blockquote')) return 'list-quote'
  if (bold) return 'bold-item'
  return answer.length > 0 ? 'item-answer' : 'bare-question'
}

/** Labelled answers and choices with a right one are safe. A handful of asking bullets in a long document is rhetoric; a document that consists of them is not. */
function confidenceOf(all: readonly ListQuestion[], survey: Survey, candidates: Reading['candidates']): number {
  const labelled = all.filter(({answer}) => answer.length > 0 && findAnswerMark(answer, survey)?.at === 0).length
  const chosen = candidates.filter(({kind}) => kind === 'mcq').length
  if (Math.max(labelled, chosen) >= 2 && Math.max(labelled, chosen) * 2 >= all.length) return 0.95
  const mean = all.reduce((sum, {confidence}) => sum + confidence, 0) / all.length
  // Of the questions of all shapes: the one that nobody answered stands among the others.
  const covered = all.reduce((sum, question) => sum + sizeOf(question), 0) / survey.source.length
  const score =
    0.35 +
    0.3 * mean +
    (survey.namesQuestions ? 0.1 : 0) +
    Math.min(0.25, all.length / 40) -
    (covered < (survey.namesQuestions ? 0.15 : 0.4) ? 0.25 : 0) -
    (survey.asksReader || (all.length < 3 && !survey.namesQuestions) ? 0.3 : 0)
  return Math.max(0, Math.min(0.9, score))
}

/** Characters of an item and of what answers it below its list. */
function sizeOf({item, answer}: ListQuestion): number {
  const [start, end] = [item.position?.start.offset ?? 0, item.position?.end.offset ?? 0]
  return Math.max(end, answer.at(-1)?.position?.end.offset ?? 0) - start
}

/** From the item's bullet to the end of its question. */
function placeOf(item: {position?: Position | undefined}, stem: Position | undefined): Position | undefined {
  return item.position && {start: item.position.start, end: stem?.end ?? item.position.end}
}
