import type {Candidate} from './candidate.ts'
import {questionSkeleton} from './question-skeleton.ts'
import {sha256Base62} from './sha256-base62.ts'
import {skeleton} from './skeleton.ts'

const idLength = 16

/** Fingerprints of one candidate, all that identity is decided by. */
export interface Fingerprints {
  /** First 16 base62 characters of SHA-256 over the question side's skeleton. */
  readonly question: string
  /** The same over the answer's; empty when there is no answer. */
  readonly answer: string
  /** The same over the section path, 8 characters; empty outside of sections. */
  readonly section: string
}

/** Fingerprint of an answer's text; empty for one without letters and digits. */
export function answerPrint(text: string): string {
  const answer = skeleton(text)
  return answer && sha256Base62(answer).slice(0, idLength)
}

export function fingerprints(candidate: Candidate, answerText: string): Fingerprints {
  const path = sectionKey(candidate.section)
  return {
    question: sha256Base62(questionSkeleton(candidate)).slice(0, idLength),
    answer: answerPrint(answerText),
    section: path && sha256Base62(path).slice(0, 8)
  }
}

/**
 * The id each candidate has by itself, without a lock: explicit, else a hash over the question side.
 * Equal questions: the section path joins the input of all of them; still equal: an ordinal joins from the second on.
 * Frozen by a golden test: decks already handed out are matched by it.
 */
export function naturalIds(candidates: readonly Candidate[]): string[] {
  const skeletons = candidates.map(questionSkeleton)
  const counts = countBy(skeletons)
  const inputs = candidates.map((candidate, index) => {
    const own = skeletons[index] ?? ''
    return (counts.get(own) ?? 0) > 1 ? `${own}\0${sectionKey(candidate.section)}` : own
  })
  const seen = new Map<string, number>()
  return candidates.map((candidate, index) => {
    if (candidate.id !== undefined) return candidate.id
    const input = inputs[index] ?? ''
    const ordinal = (seen.get(input) ?? 0) + 1
    seen.set(input, ordinal)
    return sha256Base62(ordinal === 1 ? input : `${input}\0${ordinal}`).slice(0, idLength)
  })
}

function sectionKey(section: readonly string[]): string {
  return section.map(skeleton).join('/')
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
