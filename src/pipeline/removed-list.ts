import {notetypesOf} from '../render/anki/notetypes-of.ts'
import {pairOf} from '../render/anki/theme-ids.ts'
import type {RemovedCard} from './deck-diff.ts'

const head = ['#separator:Tab', '#html:true', '#guid column:1', '#notetype column:2', '#tags column:3']

/**
 * Guids and tags as a text file for Anki (File > Import): an import can neither delete nor suspend, but it can tag. No field is in it,
 * so nothing else of a note changes; with an empty first field Anki would skip the row (26.9.3).
 */
export function removedList(removed: readonly RemovedCard[]): string {
  const rows = removed.map((card) => [card.guid, notetypeName(card), 'cardpress::removed'].map((cell) => `"${cell}"`).join('\t'))
  return `${[...head, ...rows].join('\n')}\n`
}

/** Anki skips a row that names another notetype than its note has. */
function notetypeName({kind, notetype}: RemovedCard): string {
  return notetypesOf(notetype === undefined ? undefined : {...pairOf(notetype), modSeconds: 0})[kind].name
}
