import type {Lock, LockedCard} from './lock.ts'

/** What decks handed out know of a card: its guide and id as the guid has them. */
function origin(guide: string, id: string, card: LockedCard): string {
  return `${card.guide ?? guide}\0${id}`
}

/**
 * Adds to a lock what the last release knows and it does not: guides, cards, later times. The lock says where a card is now and what
 * it is called; of two times the later one counts, because Anki compares with that.
 */
export function mergeBase(lock: Lock, base: Lock): Lock {
  const released = new Map(
    Object.entries(base.guides).flatMap(([guide, {cards}]) =>
      Object.entries(cards).map(([id, card]) => [origin(guide, id, card), card] as const)
    )
  )
  const known = new Set<string>()
  const guides = new Map(
    Object.entries(lock.guides).map(([guide, entry]) => {
      const cards = Object.entries(entry.cards).map(([id, card]) => {
        known.add(origin(guide, id, card))
        return [id, later(card, released.get(origin(guide, id, card)))] as const
      })
      return [guide, {...entry, cards: Object.fromEntries(cards)}] as const
    })
  )
  for (const [guide, entry] of Object.entries(base.guides)) {
    const missing = Object.entries(entry.cards).filter(([id, card]) => !known.has(origin(guide, id, card)))
    const own = guides.get(guide)
    guides.set(guide, {...(own ?? entry), cards: {...Object.fromEntries(missing), ...own?.cards}})
  }
  return {...lock, ...themesOf(lock, base), guides: Object.fromEntries(guides)}
}

/** Of a look that both know the one that changed later. */
function themesOf({themes: own = {}}: Lock, {themes: released = {}}: Lock): Pick<Lock, 'themes'> {
  const newer = Object.entries(released).filter(([id, {mod}]) => mod > (own[id]?.mod ?? -1))
  const themes = {...own, ...Object.fromEntries(newer)}
  return Object.keys(themes).length > 0 ? {themes} : {}
}

/** A lock left behind (a branch, a machine without the last build) must not hand out times that learners have passed. */
function later(card: LockedCard, released: LockedCard | undefined): LockedCard {
  if (!released || released.mod <= card.mod) return card
  const {pictures, ...rest} = card
  return {...rest, mod: released.mod, hash: released.hash, ...(released.pictures && {pictures: released.pictures})}
}
