import type {Candidate} from '../guide/candidate.ts'

/** How many cards are of a kind that a reader should know of: `2 multiple choice`, `3 unanswered`. */
export function specialKinds(cards: readonly Pick<Candidate, 'kind'>[]): string[] {
  return (['mcq', 'cloze', 'unanswered'] as const).flatMap((kind) => {
    const count = cards.filter((card) => card.kind === kind).length
    return count > 0 ? [`${count} ${kind === 'mcq' ? 'multiple choice' : kind}`] : []
  })
}
