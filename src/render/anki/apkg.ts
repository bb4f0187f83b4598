import {createRequire} from 'node:module'
import type {Output} from '../renderer.ts'
import {type Collection, fillCollection} from './collection.ts'
import {schema} from './schema.ts'
import {createSqlite, type Sqlite} from './sqlite.ts'

const require = createRequire(import.meta.url)

/** The part of anki-apkg-export that we use. */
interface Exporter {
  readonly db: Sqlite
  readonly zip: {file: (name: string | number, data: Uint8Array | string, options?: object) => unknown}
  addMedia(name: string, bytes: Uint8Array): void
  save(options: object): Promise<Uint8Array>
}

type ExporterClass = new (deckName: string, parts: {template: string; sql: {Database: new () => Sqlite}}) => Exporter

/** Pictures and sounds by name; a getter may read `bytes` from the disk, so each is asked for when it is wanted and not kept. */
export type PackageMedia = ReadonlyMap<string, {readonly bytes: Uint8Array}>

/** The constructor of `Exporter` wants one model and one deck to rename; ours replace the row afterwards. */
const seed = `${schema} insert into col values (1, 0, 0, 0, 11, 0, 0, 0, '{}', '{"1":{}}', '{"1":{}}', '{}', '{}')`

/** The oldest date that a zip can hold. */
const zipDate = new Date('1980-01-01T00:00:00Z')

/** A fifth less time than level 6 and 2 % more bytes. Node's own zlib would be faster still, but its bytes change with version and processor. */
const deflateLevel = 4

/** Beyond either the container takes too long or too much memory, see docs/decisions/0001-legacy-anki-package.md. */
const mostNotes = 25_000
const mostMediaBytes = 16 * 1024 * 1024

/**
 * A package that every Anki since 2012 reads. anki-apkg-export is the container: database and zip; schema, ids, rows and times are ours,
 * its `addCard` is never called (it makes new guids at every build and gives up at 600 cards). What is too large for it is streamed.
 */
export async function toApkg(collection: Collection, media: PackageMedia): Promise<Pick<Output, 'bytes' | 'rest'>> {
  const {DatabaseSync} = await import('node:sqlite')
  const files = collection.notes.length > mostNotes ? undefined : smallMedia(media)
  if (!files) {
    const {streamPackage} = await import('./stream-package.ts')
    const db = createSqlite(DatabaseSync)
    db.run(schema)
    fillCollection(db, collection)
    return streamPackage(db.export(), media)
  }
  // The package's main file would load an SQLite of its own; this one has no types.
  const {default: Container}: {default: ExporterClass} = require('anki-apkg-export/dist/exporter.js')
  const Database = function Database() {
    return createSqlite(DatabaseSync)
  } as unknown as new () => Sqlite
  const exporter = new Container('', {template: seed, sql: {Database}})
  fillCollection(exporter.db, collection)
  for (const [name, bytes] of files) exporter.addMedia(name, bytes)
  const add = exporter.zip.file.bind(exporter.zip)
  // `save` gives neither dates nor a method per file: pictures are compressed already, and deflating 400 MB takes half a minute.
  exporter.zip.file = (name, data) => add(String(name), data, {date: zipDate, compression: typeof name === 'number' ? 'STORE' : 'DEFLATE'})
  return {bytes: await exporter.save({compressionOptions: {level: deflateLevel}})}
}

/** The bytes of all, undefined where that is too much to hold. */
function smallMedia(media: PackageMedia): Map<string, Uint8Array> | undefined {
  const held = new Map<string, Uint8Array>()
  let size = 0
  for (const [name, {bytes}] of media) {
    size += bytes.length
    if (size > mostMediaBytes) return undefined
    held.set(name, bytes)
  }
  return held
}
