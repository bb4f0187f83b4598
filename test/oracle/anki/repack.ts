import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {temporaryFolder} from '../../support/temporary-folder.ts'

type Zip = import('jszip')

const JSZip: typeof import('jszip') = createRequire(import.meta.url)('jszip')

/** A package with its database, or other files in it, changed. */
export async function repack(deck: Uint8Array, change: (db: DatabaseSync, zip: Zip) => void): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(deck)
  const folder = await temporaryFolder({'collection.anki2': (await zip.file('collection.anki2')?.async('uint8array')) ?? ''})
  const path = join(folder, 'collection.anki2')
  const db = new DatabaseSync(path)
  change(db, zip)
  db.close()
  return zip.file('collection.anki2', await readFile(path)).generateAsync({type: 'uint8array'})
}
