import type {Card} from '../card.ts'
import type {Guide} from '../guide.ts'
import {inDrawnOrder} from '../in-drawn-order.ts'
import {shuffleOptions} from './shuffle-options.ts'

/**
 * One version of a class set: sections, the questions in them and their options in an order drawn by lot, numbered anew. Labels and
 * ids stay, so that a question can still be named across versions; what stands in no section stays in front.
 *
 * @param version - `A`. Each draws an order of its own from the same seed.
 */
export function toVersion(guide: Guide, version: string, seed: number): Guide {
  const lot = `version ${version} ${seed}`
  const cards = shuffle(guide.cards, 0, lot).map((card, index) => ({...shuffleOptions(card, lot), number: index + 1}))
  return {...guide, cards}
}

/** Shuffles what stands directly below a heading of this depth, then the headings below it, each with what it holds. */
function shuffle(cards: readonly Card[], depth: number, lot: string): readonly Card[] {
  const groups = Map.groupBy(cards, ({section}) => section[depth])
  const direct = groups.get(undefined) ?? []
  groups.delete(undefined)
  return [
    ...inDrawnOrder(direct, ({id}) => id, lot),
    ...inDrawnOrder([...groups], ([heading]) => `${depth} ${heading}`, lot).flatMap(([, below]) => shuffle(below, depth + 1, lot))
  ]
}
