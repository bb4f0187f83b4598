import type {LockedCard} from './lock.ts'

/**
 * Ids in the order of the last build, by their `after` links. What two merged branches put behind one card follows it one after
 * the other; a card whose predecessor is not there begins anew, and what only a circle holds together comes last, by id.
 */
export function lockedOrder(cards: ReadonlyMap<string, LockedCard>): string[] {
  const ids = [...cards.keys()].sort((a, b) => (a < b ? -1 : 1))
  const followers = Map.groupBy(ids, (id) => cards.get(id)?.after ?? '')
  const seen = new Set<string>()
  const order: string[] = []
  const follow = (first: readonly string[]): void => {
    const waiting = first.toReversed()
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      order.push(id)
      waiting.push(...(followers.get(id) ?? []).toReversed())
    }
  }
  follow(followers.get('') ?? [])
  follow(ids.filter((id) => !cards.has(cards.get(id)?.after ?? '')))
  for (const id of ids) follow([id])
  return order
}
