import type {Card} from '../guide/card.ts'
import {originKey} from '../guide/origin-key.ts'
import type {NotetypeIds} from '../guide/theme.ts'
import type {MatchedBy} from '../lock/asking.ts'
import {emptyLock, type Lock, type LockedCard} from '../lock/lock.ts'
import {lockedOrder} from '../lock/locked-order.ts'
import type {Settled} from '../lock/settle-cards.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {guid} from '../render/anki/guid.ts'
import {isStock} from '../render/anki/notetypes-of.ts'
import {longestRising} from './longest-rising.ts'
import type {SettledGuide, Settlement} from './settle-guides.ts'

/**
 * What a build does to a card that learners have. `reworded`: another question (so look whether it still is the same card).
 * `moved`: another section, file or place among the others, and nothing else.
 */
export type DiffKind = 'new' | 'reworded' | 'changed' | 'moved' | 'removed' | 'unchanged'

/** In the order in which they are told. */
export const diffKinds: readonly DiffKind[] = ['new', 'reworded', 'changed', 'moved', 'removed', 'unchanged']

/** A card of today that is not as before. */
export interface DiffCard {
  readonly kind: DiffKind
  readonly id: string
  readonly label: string
  readonly question: string
  readonly path: string
  /** From 1. */
  readonly line: number
  /** How it was known again; absent for a new card. */
  readonly knownBy?: MatchedBy
  /** Guide that it comes from, where that is another one. */
  readonly from?: string
}

/** A card that learners have and the source has not: an import leaves it where it is. */
export interface RemovedCard {
  readonly id: string
  readonly label: string
  /** What Anki knows its note by. */
  readonly guid: string
  readonly kind: 'standard' | 'cloze'
  /** Id of its notetype, where that has a theme and the lock tells it. */
  readonly notetype?: number
  /** Finds its note when pasted into Anki's browser. */
  readonly search: string
}

export interface GuideDiff {
  readonly id: string
  readonly deck: string
  /** Of the source; undefined when the file is gone with all its cards. */
  readonly path: string | undefined
  readonly counts: Readonly<Record<DiffKind, number>>
  /** Unchanged notes that are imported anew all the same. */
  readonly restamped: number
  /** In source order, without the unchanged ones. */
  readonly cards: readonly DiffCard[]
  readonly removed: readonly RemovedCard[]
}

/**
 * What the decks of a settlement change for learners. Cards without an answer are in no deck.
 *
 * @param base - Decks that learners have. Guides in it are compared with it, the others with the lock.
 */
export function deckDiff({guides, lost, state}: Settlement, base: Lock = emptyLock()): readonly GuideDiff[] {
  const locked = new Map([...state.values()].flatMap((lock) => Object.entries(lock.guides)))
  const removedFrom = (id: string, cards: readonly string[]): RemovedCard[] =>
    cards.flatMap((card) => {
      const entry = locked.get(id)?.cards[card]
      return entry && entry.kind !== 'unanswered' ? [toRemoved(id, card, entry)] : []
    })
  const released = releasedCards(base)
  const today = new Set(guides.flatMap(({guide}) => guide.cards.flatMap((card) => (card.kind === 'unanswered' ? [] : [originKey(card)]))))
  const current = guides.map((settled): GuideDiff => {
    const {guide, draft, removed} = settled
    const isReleased = Object.hasOwn(base.guides, guide.id)
    const before = settled.settled.map((own): Before | undefined =>
      isReleased ? released.get(originKey(own)) : lockedBefore(own, guide.id)
    )
    const gone = isReleased
      ? [...released].flatMap(([key, {id, holder, card}]) =>
          holder === guide.id && !today.has(key) && card.removed === undefined ? [toRemoved(holder, id, card)] : []
        )
      : [...removedFrom(guide.id, removed), ...emptied(settled)]
    return toGuideDiff(guide.id, guide.deck, draft.source.file.path, toDiffCards(settled, before), gone, settled.changes.restamped)
  })
  const past = [...lost].map(([id, cards]) => toGuideDiff(id, locked.get(id)?.deck ?? id, undefined, [], removedFrom(id, cards), 0))
  return [...current, ...past.filter(({removed}) => removed.length > 0)]
}

/** A card as learners have it. */
interface Before {
  readonly id: string
  /** Guide that held it. */
  readonly holder: string
  readonly place: number | undefined
  readonly card: LockedCard
}

function lockedBefore({id, before, cameFrom, place}: Settled, guideId: string): Before | undefined {
  return before && {id, holder: cameFrom ?? guideId, place, card: before}
}

function releasedCards(base: Lock): ReadonlyMap<string, Before> {
  const found = new Map<string, Before>()
  for (const [holder, {cards}] of Object.entries(base.guides))
    for (const id of lockedOrder(new Map(Object.entries(cards)))) {
      const card = cards[id]
      if (card) found.set(originKey({id, guideId: card.guide ?? holder}), {id, holder, place: found.size, card})
    }
  return found
}

/** All that was ever removed from these guides: what a learner who skipped a version has to put away as well. */
export function removedEver({state, guides, lost}: Settlement): readonly RemovedCard[] {
  const ids = new Set([...guides.map(({guide}) => guide.id), ...lost.keys()])
  const entries = [...state.values()].flatMap((lock) => Object.entries(lock.guides)).filter(([id]) => ids.has(id))
  return entries.flatMap(([id, {cards, notetypes}]) =>
    Object.entries(cards).flatMap(([card, entry]) =>
      entry.removed !== undefined && entry.kind !== 'unanswered' ? [toRemoved(id, card, entry, notetypes)] : []
    )
  )
}

function toGuideDiff(
  id: string,
  deck: string,
  path: string | undefined,
  cards: readonly DiffCard[],
  removed: readonly RemovedCard[],
  restamped: number
): GuideDiff {
  const counts = {new: 0, reworded: 0, changed: 0, moved: 0, removed: removed.length, unchanged: 0}
  for (const {kind} of cards) counts[kind]++
  return {id, deck, path, counts, restamped, cards: cards.filter(({kind}) => kind !== 'unchanged'), removed}
}

function toDiffCards({guide, settled}: SettledGuide, before: readonly (Before | undefined)[]): DiffCard[] {
  const inOrder = longestRising(before.map((card) => (card?.holder === guide.id ? card.place : undefined)))
  return guide.cards.flatMap((card, index): DiffCard[] => {
    const old = before[index]
    const knownBy = settled[index]?.matchedBy
    if (card.kind === 'unanswered') return []
    return [
      {
        kind: kindOf(card, guide.id, old, inOrder.has(index)),
        ...{id: card.id, label: card.label, question: toPlainText(card.question), path: card.path, line: card.position.start.line},
        ...(old && knownBy && {knownBy}),
        ...(old && old.holder !== guide.id && {from: old.holder})
      }
    ]
  })
}

function kindOf({contentHash, label, prints}: Card, guideId: string, before: Before | undefined, isInOrder: boolean): DiffKind {
  if (!before || before.card.removed !== undefined || before.card.kind === 'unanswered') return 'new'
  const {question, answer, section = '', hash, label: oldLabel} = before.card
  if (question !== prints.question) return 'reworded'
  const isElsewhere = before.holder !== guideId || section !== prints.section
  const isSameText = hash === contentHash || (prints.answer !== '' && answer === prints.answer)
  if (isElsewhere && isSameText) return 'moved'
  if (hash !== contentHash || label !== oldLabel) return 'changed'
  return isInOrder ? 'unchanged' : 'moved'
}

/** Cards whose answer was taken away: the deck leaves them out, learners keep them. */
function emptied({guide, settled}: SettledGuide): RemovedCard[] {
  return guide.cards.flatMap((card, index) => {
    const before = settled[index]?.before
    const isEmptied = card.kind === 'unanswered' && before !== undefined && before.removed === undefined && before.kind !== 'unanswered'
    return isEmptied ? [toRemoved(guide.id, card.id, before)] : []
  })
}

function toRemoved(holder: string, id: string, {label, guide, kind, notetype}: LockedCard, notetypes?: NotetypeIds): RemovedCard {
  const origin = guide ?? holder
  const note = kind === 'cloze' ? 'cloze' : 'standard'
  const own = notetype ?? notetypes?.[note]
  const themed = own !== undefined && !isStock(own) ? {notetype: own} : {}
  return {id, label, guid: guid(origin, id, note), kind: note, ...themed, search: metaSearch(id, origin)}
}

/** Both ids, because two guides may ask the same: a whole word of the hidden field, quoted as Anki's search wants it. */
function metaSearch(id: string, guideId: string): string {
  const text = `"card":"${id}","guide":"${guideId}"`.replace(/["\\*_:()]/g, (sign) => (sign === ':' ? sign : `\\${sign}`))
  return `"Meta:*${text}*"`
}
