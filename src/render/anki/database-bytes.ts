import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'

/**
 * The database as one file, the same bytes from every version of Node: packed, and without the numbers that tell
 * which SQLite wrote it and how often it was written (file format, section 1.3: offsets 24 and 92 to 99).
 */
export function databaseBytes(db: DatabaseSync): Uint8Array {
  const bytes = packed(db)
  bytes.fill(0, 24, 28)
  return bytes.fill(0, 92, 100)
}

/** Node 22 has no `serialize`: there SQLite writes a file of its own, in a folder that only this user can open. Remove with Node 22. */
function packed(db: DatabaseSync): Uint8Array {
  if (typeof db.serialize === 'function') {
    db.exec('vacuum')
    return new Uint8Array(db.serialize())
  }
  const folder = mkdtempSync(join(tmpdir(), 'cardpress-deck-'))
  try {
    const path = join(folder, 'collection.anki2')
    db.prepare('vacuum into ?').run(path)
    return new Uint8Array(readFileSync(path))
  } finally {
    rmSync(folder, {recursive: true})
  }
}
