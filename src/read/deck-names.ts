import type {DatabaseSync} from 'node:sqlite'
import * as z from 'zod'
import type {Look} from '../render/anki/load-models.ts'
import {protobufFields, protobufText} from './protobuf-fields.ts'

export interface DeckDescription {
  /** `::` between the levels. */
  readonly name: string
  /** HTML or Markdown; often empty. */
  readonly description: string
}

/** What a notetype says of its notes. */
export interface NoteShape {
  readonly isCloze: boolean
  /** Names in order. */
  readonly fields: readonly string[]
  /** What its cards look like and since when; absent in packages that Anki exported in its latest format. */
  readonly dress?: {readonly modSeconds: number; readonly look: Look} | undefined
}

/** Notetypes and decks of a collection by their ids. */
export interface DeckNames {
  readonly shapes: ReadonlyMap<number, NoteShape>
  readonly decks: ReadonlyMap<number, DeckDescription>
}

const models = z.record(
  z.string(),
  z.object({
    ...{type: z.int(), flds: z.array(z.object({name: z.string(), ord: z.int().nullish()}))},
    ...{mod: z.number().optional(), css: z.string().optional()},
    tmpls: z.array(z.object({qfmt: z.string(), afmt: z.string().default('')})).optional()
  })
)
const deckRows = z.record(z.string(), z.object({name: z.string(), desc: z.string().optional()}))
const col = z.object({ver: z.number(), models: z.string(), decks: z.string()})
const blob = z.instanceof(Uint8Array)

/** Reads the JSON of schema 11, or the tables with messages of schema 18. @throws Error of SQLite or shape. */
export function readNames(db: DatabaseSync): DeckNames {
  const found = col.parse(db.prepare('select ver, models, decks from col').get())
  return found.ver > 11 ? fromTables(db) : fromJson(found)
}

function fromJson(found: z.infer<typeof col>): DeckNames {
  const types = Object.entries(models.parse(JSON.parse(found.models)))
  const decks = Object.entries(deckRows.parse(JSON.parse(found.decks)))
  return {
    shapes: new Map(
      types.map(([id, {type, flds, mod: modSeconds = 0, css = '', tmpls = []}]) => [
        Number(id),
        {isCloze: type === 1, fields: flds.map((field) => field.name), dress: {modSeconds, look: {css, tmpls}}}
      ])
    ),
    decks: new Map(decks.map(([id, {name, desc = ''}]) => [Number(id), {name, description: desc}]))
  }
}

/** Names are stored under a collation of Anki's own, so nothing here may sort or compare by them. */
function fromTables(db: DatabaseSync): DeckNames {
  const types = z.array(z.object({id: z.number(), config: blob})).parse(db.prepare('select id, config from notetypes').all())
  const fields = z
    .array(z.object({ntid: z.number(), ord: z.number(), name: z.string()}))
    .parse(db.prepare('select ntid, ord, name from fields').all())
    .sort((a, b) => a.ord - b.ord)
  const decks = z
    .array(z.object({id: z.number(), name: z.string(), kind: blob}))
    .parse(db.prepare('select id, name, kind from decks').all())
  return {
    shapes: new Map(
      types.map(({id, config}) => [id, {isCloze: isCloze(config), fields: fields.filter(({ntid}) => ntid === id).map(({name}) => name)}])
    ),
    decks: new Map(decks.map(({id, name, kind}) => [id, {name: name.replaceAll('\u001f', '::'), description: descriptionOf(kind)}]))
  }
}

/** `Notetype.Config.kind`: 1 is cloze. */
function isCloze(config: Uint8Array): boolean {
  return protobufFields(config).some(({number, value}) => number === 1 && value === 1)
}

/** `Deck.KindContainer.normal.description`. */
function descriptionOf(kind: Uint8Array): string {
  const normal = protobufFields(kind).find(({number}) => number === 1)?.value
  return normal instanceof Uint8Array ? protobufText(protobufFields(normal), 4) : ''
}
