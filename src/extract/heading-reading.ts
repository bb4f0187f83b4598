import {findAnswerMark, findOptions} from './answer-mark.ts'
import {type QuestionHeading, questionHeadings} from './question-headings.ts'
import type {Reading} from './recogniser.ts'
import type {Survey} from './survey.ts'
import {toCandidate} from './to-candidate.ts'

/** How the answer below a question heading is given. */
type HeadingShape = 'heading-question' | 'heading-label' | 'heading-in-item' | 'heading-options' | 'task-options' | 'hidden-answer'

/** The reading of those question headings that have one shape; the shapes of headings share the vote on which headings ask. */
export function headingReading(shape: HeadingShape, survey: Survey): Reading {
  const headings = headingsByShape(survey).get(shape) ?? []
  const confidence = headings.reduce((sum, heading) => sum + heading.confidence, 0) / Math.max(1, headings.length)
  const candidates = headings.map((heading) =>
    toCandidate({recogniser: shape, stem: heading.stem, body: bodyOf(heading), position: heading.block.node.position}, survey)
  )
  return {candidates, leftOver: [], confidence}
}

const cache = new WeakMap<Survey, ReadonlyMap<HeadingShape, readonly QuestionHeading[]>>()

/** Found out once for the six recognisers that ask. */
function headingsByShape(survey: Survey): ReadonlyMap<HeadingShape, readonly QuestionHeading[]> {
  const known = cache.get(survey)
  if (known) return known
  const found = Map.groupBy(questionHeadings(survey), (heading) => shapeOf(heading, survey))
  cache.set(survey, found)
  return found
}

function bodyOf(heading: QuestionHeading) {
  return heading.body.map(({node}) => node)
}

function shapeOf(heading: QuestionHeading, survey: Survey): HeadingShape {
  const body = bodyOf(heading)
  const options = findOptions(body, survey)
  if (options) return options.boxes ? 'task-options' : 'heading-options'
  const mark = findAnswerMark(body, survey)
  if (mark) return mark.kind === 'fold' ? 'hidden-answer' : 'heading-label'
  return heading.block.item ? 'heading-in-item' : 'heading-question'
}
