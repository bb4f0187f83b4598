import type {Heading} from './headings-of.ts'
import type {PageNumbers} from './page-data.ts'
import type {SectionView} from './to-view.ts'

/** How often an answer is set smaller before it goes on on a second card. */
export const MOST_STEPS = 2

/** Answers that fill more of a card than this are tried a step or two smaller at once: a guess that saves a print. */
const FILLS = [0.85, 1.15] as const

/** How much smaller the answer of each card is set at first, by anchor. */
export function startSteps(sections: readonly SectionView[]): PageNumbers {
  const cards = sections.flatMap((section) => section.cards)
  return Object.fromEntries(cards.map(({anchor, answerFill}) => [anchor, FILLS.filter((fill) => answerFill > fill).length]))
}

/**
 * The steps for another print, in which answers that took more than one side are smaller; undefined where none can be.
 *
 * @param cardPages - Page on which each card begins, from 1.
 */
export function smallerSteps(
  steps: PageNumbers,
  cards: readonly Heading[],
  cardPages: readonly number[],
  pages: number
): PageNumbers | undefined {
  const long = cards.filter(({anchor}, index) => {
    const sides = (cardPages[index + 1] ?? pages + 1) - (cardPages[index] ?? 0)
    return sides > 2 && (steps[anchor] ?? 0) < MOST_STEPS
  })
  return long.length === 0 ? undefined : {...steps, ...Object.fromEntries(long.map(({anchor}) => [anchor, (steps[anchor] ?? 0) + 1]))}
}
