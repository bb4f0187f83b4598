import type {Candidate} from '../guide/candidate.ts'
import {labelsFor} from '../guide/labels-for.ts'
import {type Fingerprints, naturalIds} from '../guide/natural-ids.ts'
import type {LockedCard, LockedGuide} from './lock.ts'
import {type MatchedBy, matchCards} from './match-cards.ts'

/** A candidate with its evidence, ready to be known again. */
export interface Unsettled {
  readonly candidate: Candidate
  readonly prints: Fingerprints
  readonly contentHash: string
}

/** What a build did to a card, seen from a learner's deck. */
export type Change = 'new' | 'changed' | 'same'

export interface Settled {
  readonly id: string
  readonly guideId: string
  readonly label: string
  readonly modSeconds: number
  readonly change: Change
  readonly matchedBy: MatchedBy | undefined
}

export interface Clock {
  /** Date of the guide: what a new card is stamped with. */
  readonly guideSeconds: number
  /** SOURCE_DATE_EPOCH or now: what a changed card is stamped with at least. */
  readonly nowSeconds: number
}

/**
 * Gives each card of a guide its id, label and time of last change, from the lock where it knows the card.
 * Unchanged: the old time. Changed: later than the old one, by rule max(old + 1, now). New: the guide's date, never in the future.
 * @returns One entry per candidate, and the locked guide to write back (removed cards stay in it).
 */
export function settleCards(
  guideId: string,
  unsettled: readonly Unsettled[],
  locked: LockedGuide | undefined,
  clock: Clock
): {settled: readonly Settled[]; cards: Readonly<Record<string, LockedCard>>; removed: readonly string[]} {
  const old = new Map(Object.entries(locked?.cards ?? {}))
  const natural = naturalIds(unsettled.map(({candidate}) => candidate))
  const today = unsettled.map(({candidate, prints}, index) => ({
    ...prints,
    naturalId: natural[index] ?? '',
    explicit: candidate.id !== undefined
  }))
  const matches = matchCards(today, old)
  const taken = new Set(matches.map((match) => match?.id))
  const ids = today.map(({naturalId}, index) => {
    const id = matches[index]?.id ?? freshId(naturalId, (id) => taken.has(id) || old.has(id))
    taken.add(id)
    return id
  })
  const labels = labelsFor(ids, new Map([...old].map(([id, card]) => [id, card.label])))
  const settled = unsettled.map(({contentHash}, index): Settled => {
    const id = ids[index] ?? ''
    const before = old.get(id)
    const change = !before ? 'new' : before.hash === contentHash ? 'same' : 'changed'
    const modSeconds = {
      new: Math.min(clock.guideSeconds, clock.nowSeconds),
      same: before?.mod ?? 0,
      changed: Math.max((before?.mod ?? 0) + 1, clock.nowSeconds)
    }[change]
    return {id, guideId: before?.guide ?? guideId, label: labels[index] ?? '', modSeconds, change, matchedBy: matches[index]?.by}
  })
  const cards: Record<string, LockedCard> = {}
  const current = new Set(ids)
  const removed: string[] = []
  for (const [id, card] of old) {
    if (current.has(id)) continue
    if (card.removed === undefined) removed.push(id)
    cards[id] = {...card, removed: card.removed ?? clock.nowSeconds}
  }
  for (const [index, {id, label, modSeconds, guideId: origin}] of settled.entries()) {
    const entry = unsettled[index]
    if (!entry) continue
    const {prints, contentHash} = entry
    const after = ids[index - 1]
    cards[id] = {
      label,
      hash: contentHash,
      question: prints.question,
      ...(prints.answer && {answer: prints.answer}),
      ...(prints.section && {section: prints.section}),
      ...(after !== undefined && {after}),
      ...(origin !== guideId && {guide: origin}),
      mod: modSeconds
    }
  }
  return {settled, cards, removed}
}

/** A new card whose own hash belongs to another one (that one was reworded, now its old question is back) counts on until free. */
function freshId(naturalId: string, isTaken: (id: string) => boolean): string {
  let id = naturalId
  for (let count = 2; isTaken(id); count++) id = `${naturalId}-${count}`
  return id
}
