import type {Fingerprints} from '../guide/natural-ids.ts'
import type {LockedCard} from './lock.ts'

/** How a card of today was known again. */
export type MatchedBy = 'id' | 'question and place' | 'question' | 'answer' | 'neighbours'

export interface Match {
  readonly id: string
  readonly by: MatchedBy
}

/** One card of today, with the id it has by itself; `explicit` when the author wrote that id. */
export interface Today extends Fingerprints {
  readonly naturalId: string
  readonly explicit: boolean
}

interface State {
  readonly today: readonly Today[]
  readonly locked: ReadonlyMap<string, LockedCard>
  readonly matches: (Match | undefined)[]
  readonly free: Set<string>
}

/**
 * Knows the cards of a guide again by its lock, surest evidence first; each locked card is given out once.
 * What stays ambiguous gets no match: a new card beats a learner's progress on the wrong question.
 * @returns One entry per card of today, undefined for a new one.
 */
export function matchCards(today: readonly Today[], locked: ReadonlyMap<string, LockedCard>): (Match | undefined)[] {
  const state: State = {today, locked, matches: today.map(() => undefined), free: new Set(locked.keys())}
  takeExplicit(state)
  // Removed cards may come back by their question, never by weaker evidence.
  takeByKey(state, 'question and place', (print) => `${print.question} ${print.section ?? ''}`, {inOrder: true, removed: true})
  takeByKey(state, 'question', (print) => print.question, {inOrder: false, removed: true})
  takeByKey(state, 'answer', (print) => print.answer ?? '', {inOrder: false, removed: false})
  takeByNeighbours(state)
  return state.matches
}

function take(state: State, index: number, id: string, by: MatchedBy): void {
  state.matches[index] = {id, by}
  state.free.delete(id)
}

function takeExplicit(state: State): void {
  for (const [index, card] of state.today.entries())
    if (card.explicit && state.free.has(card.naturalId)) take(state, index, card.naturalId, 'id')
}

/** @param key Empty: this card has no such evidence. With `inOrder` equal keys pair up one by one, else they are ambiguous. */
function takeByKey(
  state: State,
  by: MatchedBy,
  key: (print: {question: string; answer?: string | undefined; section?: string | undefined}) => string,
  {inOrder, removed}: {inOrder: boolean; removed: boolean}
): void {
  const open = [...state.today.keys()].filter((index) => !state.matches[index] && !state.today[index]?.explicit)
  const news = Map.groupBy(open, (index) => {
    const card = state.today[index]
    return card ? key(card) : ''
  })
  const olds = Map.groupBy(
    chain(state.locked).filter((id) => state.free.has(id) && (removed || state.locked.get(id)?.removed === undefined)),
    (id) => {
      const card = state.locked.get(id)
      return card ? key(card) : ''
    }
  )
  for (const [print, indices] of news) {
    const ids = olds.get(print) ?? []
    if (print === '' || (!inOrder && (ids.length !== 1 || indices.length !== 1))) continue
    // Its own id first: of two equal questions the one that kept its section keeps its id.
    for (const index of indices) {
      const own = state.today[index]?.naturalId ?? ''
      if (ids.includes(own)) take(state, index, own, by)
    }
    const rest = ids.filter((id) => state.free.has(id))
    for (const index of indices) {
      const id = state.matches[index] ? undefined : rest.shift()
      if (id !== undefined) take(state, index, id, by)
    }
  }
}

/** A single new card between two that are known, where a single card is gone: question and answer were edited at once. */
function takeByNeighbours(state: State): void {
  const order = chain(state.locked).filter((id) => state.locked.get(id)?.removed === undefined)
  const placeOf = new Map(order.map((id, place) => [id, place]))
  const placeAt = (index: number, edge: number) => (state.today[index] ? placeOf.get(state.matches[index]?.id ?? '') : edge)
  for (const [index, card] of state.today.entries()) {
    if (state.matches[index] || card.explicit) continue
    const before = placeAt(index - 1, -1)
    const after = placeAt(index + 1, order.length)
    const gone = before !== undefined && after === before + 2 ? order[before + 1] : undefined
    if (gone !== undefined && state.free.has(gone)) take(state, index, gone, 'neighbours')
  }
}

/** Ids in the order of the last build, by their `after` links; what a merge left unlinked comes last, by id. */
function chain(locked: ReadonlyMap<string, LockedCard>): string[] {
  const followers = Map.groupBy(locked.keys(), (id) => locked.get(id)?.after ?? '')
  const order: string[] = []
  const seen = new Set<string>()
  const waiting = [...(followers.get('') ?? [])].reverse()
  while (waiting.length > 0) {
    const id = waiting.pop() ?? ''
    if (seen.has(id)) continue
    seen.add(id)
    order.push(id)
    waiting.push(...[...(followers.get(id) ?? [])].reverse())
  }
  return [...order, ...[...locked.keys()].filter((id) => !seen.has(id)).sort()]
}
