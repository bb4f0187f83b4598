import {metaSearch} from '../render/anki/meta-search.ts'
import type {SettledGuide} from './settle-guides.ts'

/** The notes of a guide that a build changes, and how Anki finds them. */
export interface ChangedNotes {
  readonly guideId: string
  readonly notes: number
  /** Finds exactly these when pasted into Anki's browser, once the deck is imported. */
  readonly search: string
}

/** For each guide with changed cards; cards without an answer are in no deck. */
export function changedNotes(guides: readonly SettledGuide[]): ChangedNotes[] {
  return guides.flatMap(({guide}) => {
    const cards = guide.cards.filter(({change, kind}) => change !== undefined && kind !== 'unanswered')
    return cards.length === 0 ? [] : [{guideId: guide.id, notes: cards.length, search: metaSearch(cards)}]
  })
}
