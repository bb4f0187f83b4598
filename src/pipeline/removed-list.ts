import {clozeNotetype, questionNotetype} from '../render/anki/notetype.ts'
import type {RemovedCard} from './deck-diff.ts'

const head = ['#separator:Tab', '#html:true', '#guid column:1', '#notetype column:2', '#tags column:3']
const names = {standard: questionNotetype.name, cloze: clozeNotetype.name} as const

/**
 * Guids and tags as a text file for Anki (File > Import): an import can neither delete nor suspend, but it can tag. No field is in it,
 * so nothing else of a note changes; with an empty first field Anki would skip the row (26.9.3).
 */
export function removedList(removed: readonly RemovedCard[]): string {
  const rows = removed.map(({guid, kind}) => [guid, names[kind], 'cardpress::removed'].map((cell) => `"${cell}"`).join('\t'))
  return `${[...head, ...rows].join('\n')}\n`
}
