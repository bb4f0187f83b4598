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
