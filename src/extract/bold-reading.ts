import {boldQuestions} from './bold-questions.ts'
import type {Reading} from './recogniser.ts'
import {splitExercise} from './split-exercise.ts'
import type {Survey} from './survey.ts'
import {toCandidate} from './to-candidate.ts'

/** The reading of emphasised paragraphs, with ordinals or without. */
export function boldReading(shape: 'bold-question' | 'bold-ordinal', survey: Survey): Reading {
  const all = boldQuestions(survey)
  const questions = all.filter(({ordinal}) => (ordinal === undefined) === (shape === 'bold-question'))
  const exercises = splitExercise(all.map(({body}) => body))
  const candidates = questions.map((question) => {
    const split = exercises.get(question.body)
    const find = {recogniser: shape, stem: question.stem, position: question.block.node.position}
    return toCandidate(split ? {...find, body: split.question, answer: split.answer} : {...find, body: question.body}, survey)
  })
  return {candidates, leftOver: [], confidence: all[0]?.confidence ?? 0}
}
