import type {Card, CardChange} from '../guide/card.ts'
import {originKey} from '../guide/origin-key.ts'
import type {DiffCard, GuideDiff} from './deck-diff.ts'
import type {SettledGuide} from './settle-guides.ts'

/**
 * The guides with what happened to each card. A card that only moved is no change: it says what it said.
 *
 * @param before - Plain text of questions as they were, by `originKey`.
 */
export function markChanges(
  guides: readonly SettledGuide[],
  diff: readonly GuideDiff[],
  before: ReadonlyMap<string, string> = new Map()
): readonly SettledGuide[] {
  return guides.map((settled) => {
    const {guide} = settled
    const known = new Map(diff.find(({id}) => id === guide.id)?.cards.map((card) => [card.label, card]))
    const cards = guide.cards.map((card): Card => {
      const change = changeOf(known.get(card.label), before.get(originKey(card)))
      return change ? {...card, change} : card
    })
    return {...settled, guide: {...guide, cards}}
  })
}

function changeOf(found: DiffCard | undefined, before: string | undefined): CardChange | undefined {
  if (found?.kind !== 'new' && found?.kind !== 'reworded' && found?.kind !== 'changed') return undefined
  return {kind: found.kind, ...(found.kind === 'reworded' && before !== undefined && {before})}
}
