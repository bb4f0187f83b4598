import type {Card} from '../../../guide/card.ts'

/** Id on the page of the card with that number. */
export function anchorOf(card: Card): string {
  return `card-${card.number}`
}
