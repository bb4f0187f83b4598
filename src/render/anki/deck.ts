import type {Guide} from '../../guide/guide.ts'
import {escapeText} from './escape-text.ts'
import type {Note} from './note.ts'
import {stableIds} from './stable-ids.ts'

/** One of Anki's decks; a client keeps its own ids and matches by name. */
export interface Deck {
  readonly id: number
  /** `::` between the levels. */
  readonly name: string
  /** HTML, shown on the deck's page; an empty one replaces nothing. */
  readonly description: string
}

/** What a guide's notes lie in. */
export interface Decks {
  /** Parents first. */
  readonly all: readonly Deck[]
  /** The deck of a note. */
  readonly of: (note: Pick<Note, 'section'>) => Deck
}

/** The guide's deck, its parents and, where they are wanted, one below it for each outermost section of the notes. */
export function decksOf(
  guide: Pick<Guide, 'deck' | keyof Described>,
  notes: readonly Pick<Note, 'section'>[] = [],
  subDecks = false
): Decks {
  const levels = guide.deck.split('::').map(cleanLevel)
  const home = levels.join('::')
  const nameOf = ({section}: Pick<Note, 'section'>) =>
    subDecks && section !== undefined ? `${home}::${cleanLevel(section.replaceAll('::', ' '))}` : home
  // Anki ignores case in deck names.
  const names = new Map(
    [...levels.map((_, index) => levels.slice(0, index + 1).join('::')), ...notes.map(nameOf)].map((name) => [name.toLowerCase(), name])
  )
  const ids = stableIds([...names.values()].map((name) => `deck\0${name}`))
  const decks = new Map(
    [...names].map(([key, name], index) => [key, {id: ids[index] ?? 0, name, description: name === home ? describe(guide) : ''}])
  )
  const lost = (name: string): never => {
    throw new RangeError(`Expected the deck \`${name}\` to be among those of the guide`)
  }
  return {all: [...decks.values()], of: (note) => decks.get(nameOf(note).toLowerCase()) ?? lost(nameOf(note))}
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

type Described = Pick<Guide, 'title' | 'author' | 'dateSeconds' | 'license'>

/** Title; author and day; licence: each on a line. The way back reads it. */
function describe({title, author, dateSeconds, license}: Described): string {
  const day = new Date(dateSeconds * 1000).toISOString().slice(0, 10)
  const byline = [author && escapeText(author), day].filter(Boolean).join(' · ')
  return [`<b>${escapeText(title)}</b>`, byline, ...(license === undefined ? [] : [terms(license)])].join('<br>')
}

/** An address can be followed. */
function terms(license: string): string {
  const text = escapeText(license)
  return /^https?:\/\/[^\s"]+$/i.test(license) ? `<a href="${text}">${text}</a>` : text
}

/** A deck as schema 11 stores it (`col.decks`). */
export function toDeckRow({id, name, description}: Deck, modSeconds: number): Record<string, unknown> {
  const today = [0, 0]
  return {
    ...{id, name, desc: description, md: false, mod: modSeconds, usn: -1, dyn: 0, conf: 1, extendNew: 0, extendRev: 0},
    ...{collapsed: false, browserCollapsed: false, newToday: today, revToday: today, lrnToday: today, timeToday: today}
  }
}
