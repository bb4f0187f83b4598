/**
 * Indices of a longest rising run of values, gaps allowed: the most cards that can be said to have stayed while others moved
 * around them. Undefined values are in none. O(n log n).
 */
export function longestRising(values: readonly (number | undefined)[]): ReadonlySet<number> {
  const tails: number[] = [] // Index of the lowest value that a run of each length can end in.
  const previous = new Map<number, number | undefined>()
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous.set(index, tails[low - 1])
    tails[low] = index
  }
  const run = new Set<number>()
  for (let index = tails.at(-1); index !== undefined; index = previous.get(index)) run.add(index)
  return run
}
