import type {Renderer} from '../renderer.ts'
import {decksOf} from './deck.ts'
import type {Note} from './note.ts'
import {notetypes} from './notetype.ts'
import {toNotes} from './to-notes.ts'

/** Anki reads these before the rows; without the separator it would guess one from the first 8 KiB, without a tags column make one up. */
const header = ['#separator:Comma', '#html:true', '#guid column:1', '#notetype column:2', '#deck column:3', '#tags column:4']
const mostFields = Math.max(...notetypes.map(({fields}) => fields.length))

/**
 * The notes of a deck as text that Anki imports by guid: after the package it changes nothing, after an edit the edited notes.
 * Anki makes no notetypes from text, so the package comes first. It carries no pictures.
 */
export const ankiText: Renderer = {
  id: 'csv',
  async render(guide, {file, options}) {
    const [{notes, unanswered}, {stringify}] = await Promise.all([toNotes(guide, file), import('csv-stringify/sync')])
    if (notes.length === 0) return []
    const decks = decksOf(guide, notes, options.subDecks)
    // All cells quoted: a record that starts with a bare `#` is a comment to Anki, wherever it stands.
    const rows = stringify(
      notes.map((note) => toRow(note, decks.of(note).name)),
      {quoted: true, quoted_empty: true, record_delimiter: 'unix'}
    )
    const bytes = new TextEncoder().encode(`${header.join('\n')}\n${rows}`)
    const remarks = ['for Anki', ...(unanswered > 0 ? [`${unanswered} unanswered left out`] : [])]
    return [{extension: '.anki.csv', bytes, count: notes.length, unit: 'row', remarks}]
  }
}

/** Fields stand by their place in the notetype; a row of the shorter one is filled up, what is beyond its fields Anki ignores. */
function toRow({guid, notetype, fields, tags}: Note, deck: string): string[] {
  const filler = Array.from({length: mostFields - fields.length}, () => '')
  return [guid, notetype.name, deck, tags.join(' '), ...fields, ...filler]
}
