import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import * as z from 'zod'
import {unzip} from './unzip.ts'

/** A note as it stands in a package. */
export interface DeckNote {
  readonly notetypeId: number
  readonly isCloze: boolean
  /** HTML by field name. */
  readonly fields: ReadonlyMap<string, string>
  /** Seconds since 1970. */
  readonly modSeconds: number
}

export interface DeckContent {
  /** In the order in which they are to be learned. */
  readonly notes: readonly DeckNote[]
  /** Name of the deck that has a description. */
  readonly deck: string | undefined
}

const models = z.record(z.string(), z.object({type: z.int(), flds: z.array(z.object({name: z.string(), ord: z.int().optional()}))}))
const decks = z.record(z.string(), z.object({name: z.string(), desc: z.string().optional()}))
const col = z.object({models: z.string(), decks: z.string()})
const note = z.object({mid: z.number(), mod: z.number(), flds: z.string()})

/**
 * Reads a package with the collection in Anki's schema 11, as cardpress writes it.
 * @throws Error of zip, SQLite or shape: it is no such package.
 */
export async function readDeck(bytes: Uint8Array): Promise<DeckContent> {
  const collection = unzip(bytes, 'collection.anki2')
  if (!collection) throw new RangeError('Expected an Anki package but found no collection')
  const {DatabaseSync} = await import('node:sqlite')
  // Node's SQLite opens files only (no `deserialize` up to 24).
  const folder = await mkdtemp(join(tmpdir(), 'cardpress-base-'))
  try {
    await writeFile(join(folder, 'collection'), collection)
    const db = new DatabaseSync(join(folder, 'collection'), {readOnly: true})
    try {
      const row = col.parse(db.prepare('select models, decks from col').get())
      const types = models.parse(JSON.parse(row.models))
      const rows = db.prepare(
        'select n.mid, n.mod, n.flds from notes n join cards c on c.nid = n.id group by n.id order by min(c.due), n.id'
      )
      return {
        notes: rows.all().flatMap((each): DeckNote[] => toNote(note.parse(each), types)),
        deck: Object.values(decks.parse(JSON.parse(row.decks))).find(({desc}) => desc)?.name
      }
    } finally {
      db.close()
    }
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

function toNote({mid, mod, flds}: z.infer<typeof note>, types: z.infer<typeof models>): DeckNote[] {
  const type = types[mid]
  if (!type) return []
  const names = type.flds.map(({name}) => name)
  const fields = flds.split('\u001f').map((html, index): [string, string] => [names[index] ?? '', html])
  return [{notetypeId: mid, isCloze: type.type === 1, fields: new Map(fields), modSeconds: mod}]
}
