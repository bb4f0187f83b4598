import {createRequire} from 'node:module'
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

/** The constructor of `Exporter` wants one model and one deck to rename; ours replace the row afterwards. */
const seed = `${schema} insert into col values (1, 0, 0, 0, 11, 0, 0, 0, '{}', '{"1":{}}', '{"1":{}}', '{}', '{}')`

/** The oldest date that a zip can hold. */
const zipDate = new Date('1980-01-01T00:00:00Z')

/** A fifth less time than level 6 and 2 % more bytes. Node's own zlib would be faster still, but its bytes change with version and processor. */
const deflateLevel = 4

/**
 * A package that every Anki since 2012 reads. anki-apkg-export is the container: database and zip; schema, ids, rows and times are ours,
 * its `addCard` is never called (it makes new guids at every build and gives up at 600 cards).
 */
export async function toApkg(collection: Collection, media: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const {DatabaseSync} = await import('node:sqlite')
  // The package's main file would load an SQLite of its own; this one has no types.
  const {default: Container}: {default: ExporterClass} = require('anki-apkg-export/dist/exporter.js')
  const Database = function Database() {
    return createSqlite(DatabaseSync)
  } as unknown as new () => Sqlite
  const exporter = new Container('', {template: seed, sql: {Database}})
  fillCollection(exporter.db, collection)
  for (const [name, bytes] of media) exporter.addMedia(name, bytes)
  const add = exporter.zip.file.bind(exporter.zip)
  // `save` gives neither dates nor a method per file: pictures are compressed already, and deflating 400 MB takes half a minute.
  exporter.zip.file = (name, data) => add(String(name), data, {date: zipDate, compression: typeof name === 'number' ? 'STORE' : 'DEFLATE'})
  return exporter.save({compressionOptions: {level: deflateLevel}})
}
