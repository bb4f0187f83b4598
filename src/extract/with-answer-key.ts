import type {Candidate} from '../guide/candidate.ts'
import {headingZones} from './heading-zones.ts'
import {headsAnswers} from './heads-answers.ts'
import {numberedItems} from './numbered-items.ts'
import {markRight} from './options.ts'
import type {Survey} from './survey.ts'

/**
 * Gives questions without an answer the ones that stand, numbered from 1, under a later heading "Answers". They are paired by their
 * order, and only where there are as many answers as open questions since the key before: numbers of questions skip and repeat.
 */
export function withAnswerKey(candidates: readonly Candidate[], survey: Survey): readonly Candidate[] {
  const answered = new Map<Candidate, Candidate>()
  let from = 0
  for (const zone of headingZones(survey).filter(({text}) => headsAnswers(text))) {
    const until = zone.block.node.position?.start.offset ?? 0
    const open = candidates.filter(
      (candidate) => candidate.kind === 'unanswered' && startOf(candidate) >= from && startOf(candidate) < until
    )
    const items = numberedItems(zone)
    from = until
    if (items.length < 2 || items.length !== open.length || items.some(({number}, at) => number !== at + 1)) continue
    for (const [at, candidate] of open.entries()) answered.set(candidate, withAnswer(candidate, items[at]?.item.children ?? []))
  }
  return answered.size === 0 ? candidates : candidates.map((candidate) => answered.get(candidate) ?? candidate)
}

function withAnswer(candidate: Candidate, answer: Candidate['answer']): Candidate {
  const names = candidate.options.map(({name}, at) => name?.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase() || String.fromCharCode(65 + at))
  const options = markRight({options: candidate.options, names}, answer)
  return {...candidate, kind: options.length > 0 ? 'mcq' : 'basic', options, answer}
}

function startOf({position}: Candidate): number {
  return position.start.offset ?? 0
}
