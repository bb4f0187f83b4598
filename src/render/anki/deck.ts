import type {Guide} from '../../guide/guide.ts'
import {escapeText} from './escape-text.ts'
import {stableIds} from './stable-ids.ts'

/** One of Anki's decks; a client keeps its own ids and matches by name. */
export interface Deck {
  readonly id: number
  /** `::` between the levels. */
  readonly name: string
  /** HTML, shown on the deck's page; an empty one replaces nothing. */
  readonly description: string
}

/** The guide's deck after its parents, outermost first. */
export function decksOf(guide: Pick<Guide, 'deck' | 'title' | 'author' | 'dateSeconds'>): Deck[] {
  const levels = guide.deck.split('::').map(cleanLevel)
  const names = levels.map((_, index) => levels.slice(0, index + 1).join('::'))
  const ids = stableIds(names.map((name) => `deck\0${name}`))
  return names.map((name, index) => ({
    id: ids[index] ?? 0,
    name,
    description: index === names.length - 1 ? describe(guide) : ''
  }))
}

/** A level as Anki would clean it on import, so that deck and text file name the same deck. */
function cleanLevel(level: string): string {
  return (
    level
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .replace(/^[\s:]+|[\s:]+$/g, '') || 'blank'
  )
}

function describe({title, author, dateSeconds}: Pick<Guide, 'title' | 'author' | 'dateSeconds'>): string {
  const day = new Date(dateSeconds * 1000).toISOString().slice(0, 10)
  return [`<b>${escapeText(title)}</b>`, [author && escapeText(author), day].filter(Boolean).join(' · ')].join('<br>')
}

/** A deck as schema 11 stores it (`col.decks`). */
export function toDeckRow({id, name, description}: Deck, modSeconds: number): Record<string, unknown> {
  const today = [0, 0]
  return {
    ...{id, name, desc: description, md: false, mod: modSeconds, usn: -1, dyn: 0, conf: 1, extendNew: 0, extendRev: 0},
    ...{collapsed: false, browserCollapsed: false, newToday: today, revToday: today, lrnToday: today, timeToday: today}
  }
}
