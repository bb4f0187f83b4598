import type {Candidate} from '../guide/candidate.ts'
import type {Draft} from './read-drafts.ts'

/** A draft whose questions without an answer are cards like all others: the back of theirs is empty, who learns has to find the answer. */
export function askUnanswered(draft: Draft): Draft {
  const {extraction} = draft
  return {...draft, extraction: {...extraction, candidates: extraction.candidates.map(asked)}}
}

function asked(candidate: Candidate): Candidate {
  if (candidate.kind !== 'unanswered') return candidate
  return {...candidate, kind: candidate.options.length > 0 ? 'mcq' : 'basic'}
}
