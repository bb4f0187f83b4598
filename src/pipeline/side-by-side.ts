/**
 * Does the same work for each item, a few at a time; after a failure no more are begun.
 *
 * @param most - How many at once, at most.
 * @returns What becomes of each, in order. Who waits for them in order meets the failure before one that was never begun.
 */
export function sideBySide<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>
): readonly Promise<Result>[] {
  const outcomes = items.map((item) => ({item, ...Promise.withResolvers<Result>()}))
  const waiting = outcomes.values()
  let failed = false
  const lane = async (): Promise<void> => {
    for (const {item, promise, resolve} of waiting) {
      resolve(work(item))
      await promise.catch(() => {
        failed = true
      })
      if (failed) return
    }
  }
  for (let count = 0; count < most; count++) void lane()
  return outcomes.map(({promise}) => promise)
}
