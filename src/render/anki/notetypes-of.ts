import type {NotetypeIds, Theme} from '../../guide/theme.ts'
import type {NoteKind} from './guid.ts'
import {clozeNotetype, type Notetype, questionNotetype} from './notetype.ts'

/** Ids of the stock look. */
export const stockIds: NotetypeIds = {standard: questionNotetype.id, cloze: clozeNotetype.id}

/** Whether a notetype is one of the stock look, which no theme changes: decks of all authors share it. */
export function isStock(id: number): boolean {
  return id === stockIds.standard || id === stockIds.cloze
}

/** The notetypes by kind of a guide or card: the stock pair, or one that differs from it in ids, names and time and in nothing else. */
export function notetypesOf(theme: Theme | 'stock' | undefined): Readonly<Record<NoteKind, Notetype>> {
  if (theme === undefined || theme === 'stock') return {standard: questionNotetype, cloze: clozeNotetype}
  const {standard, cloze, modSeconds} = theme
  // Anki puts a `+` behind a name that is taken, and text files name notetypes.
  const code = Math.floor(standard / 2000).toString(36)
  return {
    standard: {...questionNotetype, id: standard, name: `${questionNotetype.name} ${code}`, modSeconds},
    cloze: {...clozeNotetype, id: cloze, name: `${clozeNotetype.name} ${code}`, modSeconds}
  }
}
