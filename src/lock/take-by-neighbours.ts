import type {Asking, Before, Take} from './asking.ts'

/** More unknown cards than this beside each other are a rewritten chapter and no edited question that is worth a warning. */
const fewEnoughToAsk = 3

/**
 * Question and answer were edited at once: a single unknown card between two that are known, where a single card is gone.
 * The edges of a guide count as neighbours, but not both at once: a guide of one other card proves nothing.
 */
export function takeByNeighbours(guides: readonly (readonly Asking[])[], olds: readonly Before[], take: Take): void {
  const byGuide = Map.groupBy(
    olds.filter(({card}) => card.removed === undefined),
    ({guide}) => guide
  )
  for (const cards of guides) {
    const order = byGuide.get(cards[0]?.guide ?? '') ?? []
    const places = new Map(order.map((old, index) => [old, index]))
    const placeOf = (card: Asking) => card.match && places.get(card.match.before)
    for (const {from, to} of runs(cards)) {
      const previous = cards[from - 1]
      const next = cards[to]
      if (!previous && !next) continue
      const start = previous ? placeOf(previous) : -1
      const end = next ? placeOf(next) : order.length
      if (start === undefined || end === undefined) continue
      settleRun(cards.slice(from, to), order.slice(start + 1, end), take)
    }
  }
}

function settleRun(unknown: readonly Asking[], between: readonly Before[], take: Take): void {
  const gone = between.filter(({taken}) => !taken)
  const [card, ...others] = unknown.filter(({card}) => card.given === undefined)
  if (!card || gone.length === 0) return
  const fits = gone.find(({card: {kind}}) => (kind === 'cloze') === card.card.cloze)
  if (fits && unknown.length === 1 && gone.length === 1) take(card, fits, 'neighbours')
  else if (unknown.length <= fewEnoughToAsk && gone.length <= fewEnoughToAsk)
    for (const asking of [card, ...others]) asking.rivals = [...new Set([...asking.rivals, ...gone])]
}

/** Stretches of cards that nobody knows, as indices: `from` the first, `to` the one behind the last. */
function runs(cards: readonly Asking[]): {from: number; to: number}[] {
  const found: {from: number; to: number}[] = []
  for (const [index, card] of cards.entries()) {
    const last = found.at(-1)
    if (card.match) continue
    if (last?.to === index) last.to = index + 1
    else found.push({from: index, to: index + 1})
  }
  return found
}
