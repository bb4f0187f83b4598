import type {Candidate} from '../guide/candidate.ts'
import type {Before, Today} from './asking.ts'
import type {Lock, LockedCard, LockedGuide} from './lock.ts'
import {type GuideBefore, matchCards} from './match-cards.ts'
import {type Clock, type SettledCards, settleCards, type Unsettled} from './settle-cards.ts'

/** A guide of this run: its id is known, its cards are not yet. */
export interface GuideToSettle {
  readonly id: string
  /** Of the lock to be written: absent for standard input. */
  readonly source: string | undefined
  /** For a guide that the lock does not have. */
  readonly deck: string
  readonly notetypes: LockedGuide['notetypes']
  readonly unsettled: readonly Unsettled[]
  /** What new cards are stamped with. */
  readonly guideSeconds: number
}

export interface SettledGuideCards extends SettledCards {
  readonly id: string
  readonly deck: string
}

export interface SettledLock {
  readonly lock: Lock
  /** In the order given. */
  readonly guides: readonly SettledGuideCards[]
  /** Cards that went with a guide whose source is gone, by guide id. */
  readonly lost: ReadonlyMap<string, readonly string[]>
}

/**
 * Settles all guides of a run that share a lock, so that a card can move from one to another.
 *
 * @param gone - Ids of guides whose source is not there any more. Their cards may move; what stays behind is removed.
 * @param loose - Ids of guides without a source to look for (from a base deck). Their cards may move and are else left alone.
 */
export function settleLock(
  lock: Lock,
  guides: readonly GuideToSettle[],
  gone: ReadonlySet<string>,
  loose: ReadonlySet<string>,
  clock: Omit<Clock, 'guideSeconds'>
): SettledLock {
  const running = new Set(guides.map(({id}) => id))
  const held = new Map(Object.entries(lock.guides).map(([id, {cards}]) => [id, new Map(Object.entries(cards))]))
  const pool = [...held].flatMap(([id, cards]): GuideBefore[] => (running.has(id) || gone.has(id) || loose.has(id) ? [{id, cards}] : []))
  const asking = matchCards(
    guides.map(({id, unsettled}) => ({id, cards: unsettled.map(toToday)})),
    pool
  )
  for (const {match, guide} of asking.flat())
    if (match && match.before.guide !== guide) held.get(match.before.guide)?.delete(match.before.id)
  const handedOut = origins(lock)
  const settled = guides.map(({id, unsettled, guideSeconds, deck, notetypes}, index): SettledGuideCards => {
    const own = lock.guides[id]?.notetypes ?? notetypes
    const holding = {
      cards: held.get(id) ?? new Map(),
      isHandedOut: (card: string) => handedOut.has(`${id}\0${card}`),
      notetypeOf: ({kind}: Candidate, {guide, card}: Before) => {
        if (card.kind === 'unanswered') return undefined
        const side = kind === 'cloze' ? 'cloze' : 'standard'
        const had = card.notetype ?? lock.guides[guide]?.notetypes[side]
        return had === own[side] ? undefined : had
      }
    }
    const cards = settleCards(id, unsettled, asking[index] ?? [], holding, {...clock, guideSeconds})
    return {id, deck: lock.guides[id]?.deck ?? deck, ...cards}
  })
  const entries = new Map(Object.entries(lock.guides).map(([id, guide]) => [id, {...guide, cards: Object.fromEntries(held.get(id) ?? [])}]))
  const lost = new Map<string, readonly string[]>()
  for (const id of gone) {
    const entry = entries.get(id)
    if (!entry || running.has(id)) continue
    const live = Object.entries(entry.cards).flatMap(([card, {removed}]) => (removed === undefined ? [card] : []))
    if (live.length > 0) lost.set(id, live)
    if (Object.keys(entry.cards).length === 0) entries.delete(id)
    else entries.set(id, {...entry, cards: mapCards(entry.cards, (card) => ({...card, removed: card.removed ?? clock.nowSeconds}))})
  }
  for (const [index, {id, source, notetypes}] of guides.entries()) {
    const {cards = {}, deck = ''} = settled[index] ?? {}
    entries.set(id, {...(source !== undefined && {source}), deck, notetypes: lock.guides[id]?.notetypes ?? notetypes, cards})
  }
  return {lock: {...lock, guides: Object.fromEntries(entries)}, guides: settled, lost}
}

/** Gives a guide another id; its cards remember the old one, which their guids are made with. No hash holds: tags name the guide. */
export function renameGuide(lock: Lock, from: string, to: string): Lock {
  const {[from]: guide, ...others} = lock.guides
  if (!guide || others[to]) return lock
  return {
    ...lock,
    guides: {...others, [to]: {...guide, cards: mapCards(guide.cards, (card) => ({...card, hash: '', guide: card.guide ?? from}))}}
  }
}

function toToday({candidate, prints}: Unsettled): Today {
  return {...prints, given: candidate.id, cloze: candidate.kind === 'cloze'}
}

/** Every guide and card id that a guid was made with. */
function origins(lock: Lock): ReadonlySet<string> {
  return new Set(
    Object.entries(lock.guides).flatMap(([id, {cards}]) => Object.entries(cards).map(([card, {guide}]) => `${guide ?? id}\0${card}`))
  )
}

function mapCards(cards: LockedGuide['cards'], change: (card: LockedCard) => LockedCard): LockedGuide['cards'] {
  return Object.fromEntries(Object.entries(cards).map(([id, card]) => [id, change(card)]))
}
