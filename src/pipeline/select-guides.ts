import {cardLink} from '../guide/card-link.ts'
import type {Guide} from '../guide/guide.ts'
import {missedBy, type Selection, select} from '../guide/selection/selection.ts'
import {CliError} from '../report/cli-error.ts'

/**
 * The guides with the chosen cards, for their outputs alone: identity and lock are settled with all cards. A guide without a chosen
 * card is left out.
 *
 * @returns Also why nothing is left, where there was something to choose from.
 */
export function selectGuides<Item extends {readonly guide: Guide}>(
  guides: readonly Item[],
  selections: readonly Selection[]
): {readonly chosen: readonly Item[]; readonly failure?: CliError} {
  if (selections.length === 0) return {chosen: guides}
  const chosen = guides
    .map((settled) => ({...settled, guide: select(settled.guide, selections)}))
    .filter(({guide}) => guide.cards.length > 0)
  if (chosen.length > 0 || guides.length === 0) return {chosen}
  const missed = missedBy(
    guides.map(({guide}) => guide),
    selections
  )
  return {chosen, ...(missed !== undefined && {failure: new CliError(missed, 2)})}
}

/** The cards of guides that were chosen from already, named as that choice is. */
export function sameCards(chosen: readonly {readonly guide: Guide}[], selections: readonly Selection[]): Selection {
  const links = new Set(chosen.flatMap(({guide}) => guide.cards.map(cardLink)))
  return {
    name: selections.map(({name}) => name).join('-'),
    choose: ({cards}) => cards.filter((card) => links.has(cardLink(card))),
    missed: (guides) => missedBy(guides, selections) ?? ''
  }
}
