import type {Candidate} from '../guide/candidate.ts'
import {labelsFor} from '../guide/labels-for.ts'
import {type Fingerprints, naturalIds} from '../guide/natural-ids.ts'
import type {Asking, Before, MatchedBy} from './asking.ts'
import type {LockedCard, Pictures} from './lock.ts'

/** A candidate with its evidence, ready to be known again. */
export interface Unsettled {
  readonly candidate: Candidate
  readonly prints: Fingerprints
  readonly contentHash: string
  /** Pictures from the web that are at hand and in the hash. @default None */
  readonly pictures?: Pictures | undefined
  /** The hash as it would be with pictures of the last build in the place of those that are not at hand. Absent: none is wanting. */
  readonly recall?: ((before: Pictures) => {readonly contentHash: string; readonly pictures: Pictures}) | undefined
}

/** What a build did to a card, seen from a learner's deck. `restamped`: nothing, but it is to be imported anew. */
export type Change = 'new' | 'changed' | 'restamped' | 'same'

export interface Settled {
  readonly id: string
  readonly guideId: string
  readonly label: string
  readonly modSeconds: number
  readonly change: Change
  readonly contentHash: string
  readonly pictures: Pictures | undefined
  /** Notetype that it was handed out with, where that is not its guide's. */
  readonly notetype: number | undefined
  readonly matchedBy: MatchedBy | undefined
  /** As the lock had it; undefined for a new card. */
  readonly before: LockedCard | undefined
  /** Place in the order of the last build, over all guides; undefined for a new card. */
  readonly place: number | undefined
  /** Guide that held it before, where that is another one. */
  readonly cameFrom: string | undefined
  /** Ids of cards that it could have been too, each with its guide; a new card has them, and its author should know. */
  readonly rivals: readonly {readonly guide: string; readonly id: string}[]
}

export interface Clock {
  /** Date of the guide: what a new card is stamped with. */
  readonly guideSeconds: number
  /** SOURCE_DATE_EPOCH or now: what a changed card is stamped with at least. */
  readonly nowSeconds: number
  /** Stamps unchanged cards too, so that a better rendering reaches notes that learners have. */
  readonly restamp?: boolean | undefined
}

/** What the lock knows of one guide while its cards are settled. */
export interface Holding {
  /** The notetype with which a card is handed out that the lock knows in this guide or another; undefined where the guide's is right. */
  readonly notetypeOf: (candidate: Candidate, before: Before) => number | undefined
  /** Cards that it held, without those that went to another guide. */
  readonly cards: ReadonlyMap<string, LockedCard>
  /** Whether an id of this guide is in use wherever its card is now: a guid must never be given out twice. */
  readonly isHandedOut: (id: string) => boolean
}

export interface SettledCards {
  /** One per candidate. */
  readonly settled: readonly Settled[]
  /** What the lock is to hold: cards of today and those that are gone. */
  readonly cards: Readonly<Record<string, LockedCard>>
  /** Ids of cards that the last build had and this one has not. */
  readonly removed: readonly string[]
}

/**
 * Gives each card of a guide its id, label and time of last change.
 * Unchanged: the old time. Changed, or come from another guide (its tags say where it is): later than the old one, by rule
 * max(old + 1, now). New: the guide's date, never in the future.
 */
export function settleCards(
  guideId: string,
  unsettled: readonly Unsettled[],
  asking: readonly Asking[],
  holding: Holding,
  clock: Clock
): SettledCards {
  const ids = idsOf(unsettled, asking, holding)
  const labels = labelsFor(ids, keptLabels(asking, holding))
  const settled = unsettled.map((card, index): Settled => {
    const {match, rivals = []} = asking[index] ?? {}
    const before = match?.before.card
    const {contentHash, pictures} = recalled(card, before)
    const cameFrom = match && match.before.guide !== guideId ? match.before.guide : undefined
    const label = labels[index] ?? ''
    const isSame = before?.hash === contentHash && before.label === label && cameFrom === undefined
    const change = !before ? 'new' : !isSame ? 'changed' : clock.restamp ? 'restamped' : 'same'
    return {
      id: ids[index] ?? '',
      guideId: before?.guide ?? cameFrom ?? guideId,
      label,
      modSeconds: stamp(change, before, clock),
      change,
      contentHash,
      pictures,
      notetype: match && card.candidate.kind !== 'unanswered' ? holding.notetypeOf(card.candidate, match.before) : undefined,
      matchedBy: match?.by,
      before,
      place: match?.before.place,
      cameFrom,
      rivals: rivals.map(({guide, id}) => ({guide, id}))
    }
  })
  const current = new Set(ids)
  const gone = [...holding.cards].filter(([id]) => !current.has(id))
  const entries = settled.map((card, index) => toLocked(guideId, card, unsettled[index], ids[index - 1]))
  return {
    settled,
    // Not by assignment: an id `__proto__` would set no entry.
    cards: Object.fromEntries([
      ...gone.map(([id, card]) => [id, {...card, removed: card.removed ?? clock.nowSeconds}] as const),
      ...entries.map((entry, index) => [ids[index] ?? '', entry] as const)
    ]),
    removed: gone.flatMap(([id, {removed}]) => (removed === undefined ? [id] : []))
  }
}

/**
 * A picture that did not come this time is no edit: the card stays as it was, and learners keep what they have.
 * Where the card has changed as well, it is what is at hand: the picture comes with a later build, and is a change then.
 */
function recalled({contentHash, pictures, recall}: Unsettled, before: LockedCard | undefined): Pick<Unsettled, 'contentHash' | 'pictures'> {
  const asBefore = before?.pictures && recall?.(before.pictures)
  return asBefore?.contentHash === before?.hash && asBefore ? asBefore : {contentHash, pictures}
}

function stamp(change: Change, before: LockedCard | undefined, {guideSeconds, nowSeconds}: Clock): number {
  if (change === 'same') return before?.mod ?? 0
  return before ? Math.max(before.mod + 1, nowSeconds) : Math.min(guideSeconds, nowSeconds)
}

function idsOf(unsettled: readonly Unsettled[], asking: readonly Asking[], {cards, isHandedOut}: Holding): string[] {
  const taken = new Set(asking.flatMap(({match}) => (match ? [match.before.id] : [])))
  const natural = naturalIds(unsettled.map(({candidate}) => candidate))
  return natural.map((naturalId, index) => {
    const known = asking[index]?.match?.before.id
    if (known !== undefined) return known
    const id = freshId(naturalId, (id) => taken.has(id) || cards.has(id) || isHandedOut(id))
    taken.add(id)
    return id
  })
}

/** A new card whose own hash belongs to another one (that one was reworded, now its old question is back) counts on until free. */
function freshId(naturalId: string, isTaken: (id: string) => boolean): string {
  let id = naturalId
  for (let count = 2; isTaken(id); count++) id = `${naturalId}-${count}`
  return id
}

/** Labels stay. Where two cards met that have the same one (merged branches, another file), the one that is longer here keeps it. */
function keptLabels(asking: readonly Asking[], {cards}: Holding): ReadonlyMap<string, string> {
  const arrived = asking.flatMap(({match}) => (match && !cards.has(match.before.id) ? [[match.before.id, match.before.card] as const] : []))
  const kept = new Map<string, string>()
  const taken = new Set<string>()
  const own = [...cards].sort(([a, {mod: modA}], [b, {mod: modB}]) => modA - modB || (a < b ? -1 : 1))
  for (const [id, {label}] of [...own, ...arrived]) {
    if (taken.has(label)) continue
    taken.add(label)
    kept.set(id, label)
  }
  return kept
}

function toLocked(guideId: string, card: Settled, entry: Unsettled | undefined, after: string | undefined): LockedCard {
  const {prints, candidate} = entry ?? {}
  return {
    label: card.label,
    hash: card.contentHash,
    question: prints?.question ?? '',
    ...(prints?.answer && {answer: prints.answer}),
    ...(prints?.section && {section: prints.section}),
    ...(after !== undefined && {after}),
    ...(card.guideId !== guideId && {guide: card.guideId}),
    ...(candidate?.id !== undefined && {given: candidate.id}),
    ...((candidate?.kind === 'cloze' || candidate?.kind === 'unanswered') && {kind: candidate.kind}),
    ...(card.pictures && {pictures: card.pictures}),
    ...(card.notetype !== undefined && {notetype: card.notetype}),
    mod: card.modSeconds
  }
}
