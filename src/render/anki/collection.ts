import {type Deck, type Decks, toDeckRow} from './deck.ts'
import type {Note} from './note.ts'
import {indexes} from './schema.ts'
import {checksum, sortField} from './sort-field.ts'
import {stableIds} from './stable-ids.ts'

/** What filling a collection needs of a database. */
export interface RowDatabase {
  run(sql: string): void
  /** Prepares once; the function runs it with values by position. */
  insert(sql: string): (...values: readonly (string | number)[]) => void
}

/** Everything of a collection, rendered. */
export interface Collection {
  readonly models: Record<string, unknown>
  readonly decks: Decks
  /** In source order. */
  readonly notes: readonly Note[]
  /** What the next build is to know beyond the notes. @default Nothing */
  readonly memory?: DeckMemory | undefined
}

/** Cards of a guide that are in no deck any more, by id, as the lock has them. */
export interface DeckMemory {
  readonly guide: string
  readonly removed: Readonly<Record<string, object>>
}

const fieldSeparator = '\u001f'
const createdSeconds = 1_388_548_800 // 2014-01-01; import ignores it, a constant keeps builds the same.
const options = {
  id: 1,
  mod: 0,
  name: 'Default',
  usn: -1,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  new: {},
  rev: {},
  lapse: {}
}

/** Fills a database that has the schema: the `col` row anew, notes and cards sorted by id, indexes last, all in one transaction. */
export function fillCollection(db: RowDatabase, {models, decks, notes, memory}: Collection): void {
  db.run('begin; delete from col')
  const modSeconds = notes.reduce((latest, note) => Math.max(latest, note.modSeconds), 0)
  insertCol(db, modSeconds, {models, memory}, decks.all, notes.length)
  insertNotes(db, notes, decks)
  db.run(`${indexes} commit`)
}

function insertCol(
  db: RowDatabase,
  modSeconds: number,
  {models, memory}: Pick<Collection, 'models' | 'memory'>,
  decks: readonly Deck[],
  count: number
): void {
  const all = [{id: 1, name: 'Default', description: ''}, ...decks].map((deck) => [deck.id, toDeckRow(deck, modSeconds)])
  const conf = {
    ...{curDeck: 1, activeDecks: [1], newSpread: 0, collapseTime: 1200, timeLim: 0, estTimes: true, dueCounts: true, curModel: null},
    ...{nextPos: count + 1, sortType: 'noteFld', sortBackwards: false, addToCur: true},
    // An import takes nothing from here, and no learner ever sees it.
    ...(memory && {cardpress: memory})
  }
  const json = [conf, models, Object.fromEntries(all), {1: options}, {}].map((value) => JSON.stringify(value))
  db.insert('insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')(
    createdSeconds,
    modSeconds * 1000,
    modSeconds * 1000,
    ...json
  )
}

function insertNotes(db: RowDatabase, notes: readonly Note[], decks: Decks): void {
  const insertNote = db.insert('insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)')
  const insertCard = db.insert('insert into cards values (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)')
  const ids = stableIds(notes.map((note) => note.guid))
  const rows = notes.map((note, index) => ({note, id: ids[index] ?? 0, due: index + 1})).sort((a, b) => a.id - b.id)
  for (const {note, id, due} of rows) {
    const sort = sortField(note.fields[0] ?? '')
    const tags = note.tags.length > 0 ? ` ${note.tags.join(' ')} ` : ''
    insertNote(id, note.guid, note.notetype.id, note.modSeconds, tags, note.fields.join(fieldSeparator), sort, checksum(sort), '')
    const {id: deckId} = decks.of(note)
    for (const ord of note.ords) insertCard(id + ord, id, deckId, ord, note.modSeconds, due, '')
  }
}
