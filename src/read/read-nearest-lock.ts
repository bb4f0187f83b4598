import {readFile, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** A lock, or the place of one. */
export interface LockPlace {
  /** Absolute. */
  readonly path: string
  /** Undefined where there is none yet. */
  readonly text: string | undefined
}

/**
 * The lock of one folder, and the folder above in which to go on looking. The search ends below a folder in which everybody may write
 * (`/tmp`): a lock there is a stranger's, and would rule all that is built below.
 *
 * @throws The system's error for a lock that can't be read: a build without it would duplicate cards.
 */
export async function readLockIn(folder: string, name: string): Promise<LockPlace & {readonly above: string | undefined}> {
  const path = join(folder, name)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  const above = dirname(folder)
  return {path, text, above: above === folder || (await isOpenToAll(above)) ? undefined : above}
}

/** The nearest lock upward from a folder, else where a first one goes. */
export async function readNearestLock(folder: string, name: string): Promise<LockPlace> {
  for (let current: string | undefined = folder; current !== undefined; ) {
    const {path, text, above} = await readLockIn(current, name)
    if (text !== undefined) return {path, text}
    current = above
  }
  return {path: join(folder, name), text: undefined}
}

/** Windows has no such mode bits; its temporary folder is the user's own. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const {mode} = await stat(folder)
  return process.platform !== 'win32' && (mode & 0o002) !== 0
}
