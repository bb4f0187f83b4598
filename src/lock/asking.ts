import type {Fingerprints} from '../guide/natural-ids.ts'
import type {LockedCard} from './lock.ts'

/** How a card of today was known again. */
export type MatchedBy = 'id' | 'question and place' | 'question' | 'answer' | 'neighbours'

/** One card of today: all the evidence that there is of what it was. */
export interface Today extends Fingerprints {
  /** Id in the source. */
  readonly given?: string | undefined
  readonly cloze: boolean
}

/** One card of the last build, and whether a card of today has it. */
export interface Before {
  /** Guide that held it. */
  readonly guide: string
  readonly id: string
  readonly card: LockedCard
  /** Place in the order of the last build, over all guides. */
  readonly place: number
  taken: boolean
}

/** One card of today on its way to an identity. */
export interface Asking {
  readonly guide: string
  readonly card: Today
  match?: {readonly before: Before; readonly by: MatchedBy}
  /** What it could have been too; some may have been taken since. */
  rivals: readonly Before[]
}

/** Gives a card of before to one of today; false where its id means another card in the guide that it would come to. */
export type Take = (asking: Asking, before: Before, by: MatchedBy) => boolean
