import type {Candidate} from '../guide/candidate.ts'
import {questionSkeleton} from '../guide/question-skeleton.ts'
import {skeleton} from '../guide/skeleton.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'

/**
 * Whether a changed file still gives every card that it gave, in the same order: same question, options, section and id, and the
 * same words in the answer. More cards, and an answer where there was none, are no loss.
 */
export function keepsCards(before: readonly Candidate[], after: readonly Candidate[]): boolean {
  let at = 0
  return before.every((card) => {
    const found = after.findIndex((other, index) => index >= at && isKept(card, other))
    at = found + 1
    return found !== -1
  })
}

function isKept(before: Candidate, after: Candidate): boolean {
  const answer = answerSkeleton(before)
  return (
    questionSkeleton(before) === questionSkeleton(after) &&
    before.id === after.id &&
    before.section.join('\0') === after.section.join('\0') &&
    before.options.map(({right}) => right).join() === after.options.map(({right}) => right).join() &&
    (answer === '' || answer === answerSkeleton(after))
  )
}

function answerSkeleton({answer, explanation}: Candidate): string {
  return skeleton(toPlainText([...answer, ...explanation]))
}
