import type {Asking, Before, MatchedBy, Take, Today} from './asking.ts'
import type {LockedCard} from './lock.ts'
import {lockedOrder} from './locked-order.ts'
import {takeByAnswer} from './take-by-answer.ts'
import {takeByNeighbours} from './take-by-neighbours.ts'

/** A guide of this run, its cards in source order. */
export interface GuideToday {
  readonly id: string
  readonly cards: readonly Today[]
}

/** A guide as the lock has it. */
export interface GuideBefore {
  readonly id: string
  readonly cards: ReadonlyMap<string, LockedCard>
}

interface Evidence {
  readonly question: string
  readonly answer?: string | undefined
  readonly section?: string | undefined
}

interface Pass {
  readonly by: MatchedBy
  /** Whether the other guides are looked at too. */
  readonly where: 'guide' | 'anywhere'
  /** Removed cards may come back by their question, never by weaker evidence. */
  readonly from: 'live' | 'removed'
  /** `in order`: the equals can't be told apart, so any is right. */
  readonly pair: 'in order' | 'same number' | 'single'
  /** Empty: this card has no such evidence. */
  readonly key: (card: Evidence) => string
}

const same = ({question, section = '', answer = ''}: Evidence) => `${question} ${section} ${answer}`
const place = ({question, section = ''}: Evidence) => `${question} ${section}`
const text = ({question, answer = ''}: Evidence) => `${question} ${answer}`
const question = ({question}: Evidence) => question

/** Surest first. */
const questionPasses: readonly Pass[] = [
  {by: 'question and place', where: 'guide', from: 'live', pair: 'in order', key: same},
  {by: 'question and place', where: 'guide', from: 'live', pair: 'same number', key: place},
  {by: 'question', where: 'guide', from: 'live', pair: 'in order', key: text},
  {by: 'question', where: 'guide', from: 'live', pair: 'single', key: question},
  {by: 'question', where: 'anywhere', from: 'live', pair: 'in order', key: same},
  {by: 'question', where: 'anywhere', from: 'live', pair: 'in order', key: text},
  {by: 'question', where: 'anywhere', from: 'live', pair: 'single', key: question},
  {by: 'question', where: 'guide', from: 'removed', pair: 'in order', key: text},
  {by: 'question', where: 'guide', from: 'removed', pair: 'single', key: question},
  {by: 'question', where: 'anywhere', from: 'removed', pair: 'in order', key: text},
  {by: 'question', where: 'anywhere', from: 'removed', pair: 'single', key: question}
]

/**
 * Knows the cards of all guides of a run again, surest evidence first; each card of before is given out once.
 * What stays ambiguous gets no match: a new card beats a learner's progress on the wrong question. Linear in the number of cards.
 *
 * @returns By guide in the order given, one entry per card.
 * @param before - The guides whose cards may be given out: those of the run, and those whose source is gone.
 */
export function matchCards(today: readonly GuideToday[], before: readonly GuideBefore[]): readonly (readonly Asking[])[] {
  const guides = today.map(({id, cards}) => cards.map((card): Asking => ({guide: id, card, rivals: []})))
  const olds: Before[] = []
  for (const {id: guide, cards} of before)
    for (const id of lockedOrder(cards)) {
      const card = cards.get(id)
      if (card) olds.push({guide, id, card, place: olds.length, taken: false})
    }
  // At a first build nothing is to be known again, and the keys of thousands of cards need not be made for each pass.
  if (olds.length === 0) return guides
  const take = taker(before)
  const asking = guides.flat()
  takeGiven(asking, olds, take)
  for (const pass of questionPasses) takeByKey(pass, asking, olds, take)
  takeByAnswer('guide', asking, olds, take)
  takeByNeighbours(guides, olds, take)
  takeByAnswer('anywhere', asking, olds, take)
  for (const card of asking) card.rivals = card.match ? [] : card.rivals.filter(({taken}) => !taken)
  return guides
}

function taker(guides: readonly GuideBefore[]): Take {
  const used = new Map(guides.map(({id, cards}) => [id, new Set(cards.keys())]))
  return (asking, before, by) => {
    if (asking.match || before.taken) return false
    if (asking.guide !== before.guide) {
      const here = used.get(asking.guide) ?? new Set()
      if (here.has(before.id)) return false
      used.set(asking.guide, here.add(before.id))
    }
    asking.match = {before, by}
    before.taken = true
    return true
  }
}

/** By the id in the source: in its guide first, else wherever one card alone has it. */
function takeGiven(asking: readonly Asking[], olds: readonly Before[], take: Take): void {
  const byId = new Map<string, Before[]>()
  for (const old of olds)
    for (const id of new Set([old.id, old.card.given ?? old.id])) {
      const list = byId.get(id)
      if (list) list.push(old)
      else byId.set(id, [old])
    }
  const withId = asking.filter(({card}) => card.given !== undefined)
  const candidates = ({card}: Asking) =>
    (byId.get(card.given ?? '') ?? [])
      .filter((old) => !old.taken && (old.card.kind === 'cloze') === card.cloze)
      .sort((a, b) => rank(a, card.given) - rank(b, card.given))
  for (const card of withId) {
    const here = candidates(card).find(({guide}) => guide === card.guide)
    if (here) take(card, here, 'id')
  }
  for (const card of withId) {
    const [one, ...others] = card.match ? [] : candidates(card)
    if (one && others.length === 0) take(card, one, 'id')
  }
}

/** The card that had this id in the source comes before one that is called so, what is live before what is removed. */
function rank({card}: Before, given: string | undefined): number {
  return (card.given === given ? 0 : 2) + (card.removed === undefined ? 0 : 1)
}

function takeByKey({by, where, from, pair, key}: Pass, asking: readonly Asking[], olds: readonly Before[], take: Take): void {
  const group = (guide: string, cloze: boolean, card: Evidence) => `${where === 'guide' ? guide : ''} ${cloze} ${key(card)}`
  const open = Map.groupBy(
    asking.filter(({match}) => !match),
    ({guide, card}) => group(guide, card.cloze, card)
  )
  if (open.size === 0) return
  const free = Map.groupBy(
    olds.filter(({taken, card}) => !taken && (card.removed === undefined) === (from === 'live')),
    ({guide, card}) => group(guide, card.kind === 'cloze', card)
  )
  for (const [print, news] of open) {
    // An id that was just written may go to a card without one; beside another id it says that this is another card.
    const withId = news.some(({card}) => card.given !== undefined)
    const ids = (free.get(print) ?? []).filter(({card}) => !withId || card.given === undefined)
    if (ids.length === 0) continue
    const fits = {'in order': true, 'same number': ids.length === news.length, single: ids.length === 1 && news.length === 1}[pair]
    for (const [index, card] of news.entries()) {
      const old = fits ? ids[index] : undefined
      if (!old || !take(card, old, by)) card.rivals = ids
    }
  }
}
