import {filledAt} from '../page/filled-at.ts'
import type {Heading} from '../page/headings-of.ts'
import type {PageMeasure} from '../page/measure-page.ts'
import {toPoints} from '../page/to-points.ts'

/** A card that goes on on another page. */
export interface Split {
  readonly anchor: string
  /** Pages it stands on; of flashcards, cards of paper that it takes. */
  readonly pages: number
}

/** Where a heading stands. Pages count from 1, points from the lower left corner. */
export interface HeadingPlace {
  readonly page: number
  readonly left: number
  readonly top: number
}

/** A heading at most so many type sizes below the upper margin has nothing above it on its page. */
const TOP_SIZES = 1.5

/**
 * Cards on more than one page. Only headings have places in a print: a card ends where the next heading begins, on the page before
 * when that one stands at the top.
 *
 * @param places - Of the headings, in order.
 * @param pages - How many there are.
 */
export function findSplits(
  headings: readonly Heading[],
  places: readonly HeadingPlace[],
  pages: number,
  measure: PageMeasure
): readonly Split[] {
  const {heightMm, marginMm, sizePt, columns} = measure
  // Bookmarks count from the edges of the page, unlike named places.
  const filled = ({page, left, top}: HeadingPlace) =>
    filledAt({page, left: left - toPoints(marginMm.left), top: top + toPoints(marginMm.top)}, measure)
  const nearTop = (TOP_SIZES * sizePt) / toPoints(heightMm - marginMm.top - marginMm.bottom) / columns
  return headings.flatMap(({anchor, level}, index) => {
    const [place, next] = [places[index], places[index + 1]]
    if (level !== 0 || !place) return []
    const last = next ? Math.ceil(filled(next) - nearTop) : pages
    const count = last - place.page + 1
    return count > 1 ? [{anchor, pages: count}] : []
  })
}

/** Flashcards whose answer goes on on a card of its own. @param cardPages - Page on which each begins, from 1: a front, then its back. */
export function findContinuedCards(headings: readonly Heading[], cardPages: readonly number[], pages: number): readonly Split[] {
  return headings.flatMap(({anchor}, index) => {
    const sides = (cardPages[index + 1] ?? pages + 1) - (cardPages[index] ?? pages + 1)
    return sides > 2 ? [{anchor, pages: Math.ceil(sides / 2)}] : []
  })
}
