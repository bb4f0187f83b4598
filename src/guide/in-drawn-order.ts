import {createHash} from 'node:crypto'

/**
 * Draws the order of items by lot, the same everywhere: by the SHA-256 of seed and key. Unlike a generator of numbers that goes
 * through the list, it leaves the order of the others alone when an item comes or goes, so a key printed after a late correction
 * still fits the sheets of before.
 *
 * @param keyOf - What tells items apart for good; of two that are alike the first comes first.
 * @see Cohen and Kaplan, "Summarizing data using bottom-k sketches" (PODC 2007): samples by hashed ranks
 */
export function inDrawnOrder<Item>(items: readonly Item[], keyOf: (item: Item) => string, seed: string): readonly Item[] {
  const ranked = items.map((item) => ({item, rank: rankOf(keyOf(item), seed)}))
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0)).map(({item}) => item)
}

function rankOf(key: string, seed: string): string {
  return createHash('sha256').update(`${seed}\0${key}`, 'utf8').digest('hex')
}
