import {readFile, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/**
 * The nearest lock upward from a folder, else where a first one goes. `text` is undefined for a lock still to be made.
 * The search ends below a folder in which everybody may write (`/tmp`): a lock there is a stranger's, and would rule all that is built below.
 */
export async function readNearestLock(folder: string, name: string): Promise<{path: string; text: string | undefined}> {
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, name)
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      // A lock that exists but can't be read is not a missing one: a build without it would duplicate cards.
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
      throw error
    })
    if (text !== undefined) return {path, text}
    const above = dirname(current)
    if (above === current || (await isOpenToAll(above))) return {path: join(folder, name), text: undefined}
  }
}

/** Windows has no such mode bits; its temporary folder is the user's own. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const {mode} = await stat(folder)
  return process.platform !== 'win32' && (mode & 0o002) !== 0
}
