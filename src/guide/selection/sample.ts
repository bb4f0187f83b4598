import {inDrawnOrder} from '../in-drawn-order.ts'
import type {Selection} from './selection.ts'

/** So many cards of a guide, drawn by lot and left in their order; all, where there are no more. A question that is added or taken away later changes one place of the draw at most. */
export function sample(count: number, seed: number): Selection {
  return {
    name: `sample-${count}-${seed}`,
    choose: ({cards}) => {
      const drawn = new Set(inDrawnOrder(cards, ({id}) => id, `sample ${seed}`).slice(0, count))
      return cards.filter((card) => drawn.has(card))
    },
    missed: () => 'There is no question to draw from.'
  }
}
