import type {Card} from '../card.ts'
import type {Guide} from '../guide.ts'

/** A choice of cards, by whatever tells them apart. One file each in this folder; those that need more than a guide stand elsewhere. */
export interface Selection {
  /** Goes into file names, so that a part never replaces the whole: `weak` makes `kafka-weak.apkg`. */
  readonly name: string
  /** The chosen cards of a guide, in its order. */
  readonly choose: (guide: Guide) => readonly Card[]
  /** One sentence for when none of the guides has such a card: what was asked for, and what there is. */
  readonly missed: (guides: readonly Guide[]) => string
}

/**
 * The guide with the cards that all selections choose, one after the other. Cards keep number, label and id, so that a part and the
 * whole speak of the same questions; only the files are called otherwise.
 */
export function select(guide: Guide, selections: readonly Selection[]): Guide {
  let chosen = guide
  for (const {name, choose} of selections) chosen = {...chosen, cards: choose(chosen), outputName: `${chosen.outputName}-${name}`}
  return chosen
}

/** Why nothing is left of all guides: by the first selection that leaves nothing. Undefined when something is. */
export function missedBy(guides: readonly Guide[], selections: readonly Selection[]): string | undefined {
  let before = guides
  for (const selection of selections) {
    const after = before.map((guide) => select(guide, [selection])).filter(({cards}) => cards.length > 0)
    if (after.length === 0) return selection.missed(before)
    before = after
  }
  return undefined
}
