import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import * as z from 'zod'
import {type CardMemory, cardMemories} from './card-memory.ts'
import {type DeckDescription, type NoteShape, readNames} from './deck-names.ts'
import {type AnkiPackage, openPackage} from './open-package.ts'

/** A note as it stands in a package. */
export interface DeckNote {
  readonly guid: string
  readonly notetypeId: number
  readonly isCloze: boolean
  /** HTML by field name, in the order of the notetype. */
  readonly fields: ReadonlyMap<string, string>
  readonly tags: readonly string[]
  /** Name of the deck of its first card, `::` between the levels. */
  readonly deck: string
  /** Whether a second card asks from the back. */
  readonly isReversed: boolean
  /** How often one of its cards was forgotten. */
  readonly lapses: number
  /** Lowest ease of its cards in thousandths; 0 where none was reviewed yet. */
  readonly ease: number
  /** What FSRS knows of its cards; empty where the learner has it off, and for cards never answered. */
  readonly memory: readonly CardMemory[]
  /** Whether one of its cards was ever answered. */
  readonly isStudied: boolean
  /** Seconds since 1970. */
  readonly modSeconds: number
}

export interface DeckContent {
  /** In the order in which they are to be learned. */
  readonly notes: readonly DeckNote[]
  readonly decks: readonly DeckDescription[]
  readonly notetypes: ReadonlyMap<number, NoteShape>
  readonly media: AnkiPackage['media']
  /** Cards that our own package says are removed: the guide, and its entries of the lock by card id, as they come. */
  readonly memory?: {readonly guide: string; readonly removed: unknown} | undefined
}

const row = z.object({
  guid: z.string(),
  mid: z.number(),
  mod: z.number(),
  tags: z.string(),
  flds: z.string(),
  did: z.number(),
  ord: z.number(),
  lapses: z.number(),
  reps: z.number(),
  ease: z.number(),
  cards: z.string()
})

/** A card in a filtered deck has its home in `odid`. */
const notesInOrder = `
select n.guid, n.mid, n.mod, n.tags, n.flds, min(iif(c.odid, c.odid, c.did)) did, max(c.ord) ord,
  max(c.lapses) lapses, max(c.reps) reps, coalesce(min(nullif(c.factor, 0)), 0) ease, min(c.due) due,
  json_group_array(json_object('data', coalesce(c.data, ''), 'due', c.due, 'ivl', c.ivl, 'queue', c.queue)) cards
from notes n join cards c on c.nid = n.id group by n.id order by min(c.due), n.id`

/**
 * Reads a package of any of Anki's formats.
 * @throws Error of zip, SQLite or shape: it is no such package.
 */
export async function readDeck(bytes: Uint8Array): Promise<DeckContent> {
  const {collection, media} = await openPackage(bytes)
  const {DatabaseSync} = await import('node:sqlite')
  // Node's SQLite opens files only (no `deserialize` up to 24).
  const folder = await mkdtemp(join(tmpdir(), 'cardpress-base-'))
  try {
    await writeFile(join(folder, 'collection'), collection)
    const db = new DatabaseSync(join(folder, 'collection'), {readOnly: true})
    try {
      return {...readNotes(db), media}
    } finally {
      db.close()
    }
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

function readNotes(db: DatabaseSync): Omit<DeckContent, 'media'> {
  const {shapes, decks} = readNames(db)
  const rows = db.prepare(notesInOrder).all()
  const times = z
    .object({crt: z.number(), mod: z.number()})
    .parse(db.prepare('select coalesce(crt, 0) crt, coalesce(mod, 0) mod from col').get())
  const notes = rows.flatMap((each): DeckNote[] => {
    const {mid, did, ...note} = row.parse(each)
    const shape = shapes.get(mid)
    return shape ? [toNote(note, mid, shape, decks.get(did)?.name ?? '', times)] : []
  })
  return {notes, decks: [...decks.values()], notetypes: shapes, memory: readMemory(db)}
}

const memory = z.object({cardpress: z.object({guide: z.string(), removed: z.unknown()})})

/** Absent in packages that Anki exported. */
function readMemory(db: DatabaseSync): DeckContent['memory'] {
  const {conf} = z.object({conf: z.string().nullable()}).parse(db.prepare('select conf from col').get())
  try {
    return memory.safeParse(JSON.parse(conf ?? '')).data?.cardpress
  } catch {
    return undefined
  }
}

function toNote(
  {guid, mod, tags, flds, ord, lapses, reps, ease, cards}: Omit<z.infer<typeof row>, 'mid' | 'did'>,
  notetypeId: number,
  {isCloze, fields: names}: NoteShape,
  deck: string,
  times: {readonly crt: number; readonly mod: number}
): DeckNote {
  return {
    ...{guid, notetypeId, isCloze, deck, lapses, ease, modSeconds: mod},
    fields: new Map(flds.split('\u001f').map((html, index) => [names[index] ?? '', html])),
    tags: tags.split(/[ \u3000]+/).filter((tag) => tag !== ''),
    isReversed: !isCloze && ord > 0,
    memory: cardMemories(cards, times),
    isStudied: reps > 0
  }
}
