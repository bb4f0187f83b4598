import * as z from 'zod'
import {protobufFields, protobufText} from './protobuf-fields.ts'
import {unzip} from './unzip.ts'

/** An Anki package of any age, unpacked as far as it is asked for. */
export interface AnkiPackage {
  /** The SQLite database. */
  readonly collection: Uint8Array
  /** Bytes of a picture or sound by its name in the notes; undefined where the package lacks it. */
  readonly media: (name: string) => Uint8Array | undefined
}

const mediaMap = z.record(z.string(), z.string())

/** A decompressed file may be no larger: a package of a few kilobytes could fill the memory. */
const mostBytes = 2 ** 30

/**
 * Opens a package by the rules of Anki's importer: `meta` tells the version, else the newest collection counts
 * (in packages of version 2 and 3 `collection.anki2` only asks to update Anki).
 *
 * @throws Error of zip, Zstandard or shape: it is no such package.
 */
export async function openPackage(bytes: Uint8Array): Promise<AnkiPackage> {
  const {zstdDecompressSync} = await import('node:zlib')
  const unpack = (packed: Uint8Array | undefined) => packed && zstdDecompressSync(packed, {maxOutputLength: mostBytes})
  const latest = unzip(bytes, 'collection.anki21b')
  const collection = withKnownCollation(unpack(latest)) ?? unzip(bytes, 'collection.anki21') ?? unzip(bytes, 'collection.anki2')
  if (!collection) throw new RangeError('Expected an Anki package but found no collection')
  const list = unzip(bytes, 'media')
  const names = latest ? newNames(unpack(list)) : oldNames(list)
  return {
    collection,
    media(name) {
      const entry = names.get(name)
      const packed = entry === undefined ? undefined : unzip(bytes, entry)
      return latest ? unpack(packed) : packed
    }
  }
}

/**
 * Names in new collections sort by a collation that only Anki has, and SQLite finds no way to read a table whose index needs it.
 * Nothing here sorts by names, so another collation of SQLite's own stands in, in a text of the same length.
 */
function withKnownCollation(collection: Uint8Array | undefined): Uint8Array | undefined {
  if (!collection) return undefined
  const bytes = Buffer.from(collection)
  for (let at = bytes.indexOf(ankis); at !== -1; at = bytes.indexOf(ankis, at + 1)) bytes.write(sqlites, at, 'latin1')
  return bytes
}

const [ankis, sqlites] = ['COLLATE unicase', 'COLLATE nocase ']

/** A JSON object from entry to name. */
function oldNames(list: Uint8Array | undefined): ReadonlyMap<string, string> {
  const map = mediaMap.parse(JSON.parse(list ? new TextDecoder().decode(list) : '{}'))
  return new Map(Object.entries(map).map(([entry, name]) => [name, entry]))
}

/** A message with one field per file; its place is the entry, its first field the name. */
function newNames(list: Uint8Array | undefined): ReadonlyMap<string, string> {
  const files = list ? protobufFields(list).filter(({number}) => number === 1) : []
  return new Map(files.map(({value}, index) => [value instanceof Uint8Array ? protobufText(protobufFields(value), 1) : '', String(index)]))
}
