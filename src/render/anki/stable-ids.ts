import {hash} from 'node:crypto'

/** 2015-01-01. Anki reads an id as the time of its making and gives ids from the future new values. */
const firstMs = 1_420_070_400_000
/** Almost eight years: every id lies in the past. */
const rangeMs = 250_000_000_000
/** Note id to note id. The cards of a note are its neighbours (note id + ord): Anki regenerates scattered ones twice (format.md 2.3). */
const gridMs = 1000

/** Ids in milliseconds, one per key, spread over past years by a hash; a clash takes the next free place in the order of `keys`. */
export function stableIds(keys: readonly string[]): number[] {
  const taken = new Set<number>()
  return keys.map((key) => {
    // The first 48 bits; as text, which costs half of what a buffer does.
    const digits = Number.parseInt(hash('sha256', key).slice(0, 12), 16)
    let id = firstMs + Math.floor((digits % rangeMs) / gridMs) * gridMs
    while (taken.has(id)) id += gridMs
    taken.add(id)
    return id
  })
}
