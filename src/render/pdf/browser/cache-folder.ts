import {existsSync, type Stats} from 'node:fs'
import {lstat, mkdir} from 'node:fs/promises'
import {homedir, tmpdir} from 'node:os'
import {join} from 'node:path'

/** Where cardpress keeps what is dear to get and cheap to lose: the unpacked browser, pictures from the web. */
export function cacheFolder(): string {
  const home = homedir()
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'cardpress')
  return home && existsSync(home) ? join(home, '.cache', 'cardpress') : temporaryCache()
}

/** For a machine whose home is not there or can't be written. */
export function temporaryCache(): string {
  return join(tmpdir(), `cardpress-${process.getuid?.() ?? 'user'}`)
}

/**
 * Makes a folder that only this user can write.
 * @throws The system's error, or one that names the folder if another user could have filled it.
 */
export async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true, mode: 0o700})
  if (!isOurs(await lstat(folder), 0o022))
    throw new Error(`Unexpected owner or mode of ${folder}, expected a folder that only you can write`)
}

/** Owned by this user (not a link to another place: `entry` comes from lstat) and without the mode bits that others must not have. Windows has neither. */
export function isOurs(entry: Stats, forbidden: number): boolean {
  if (entry.isSymbolicLink()) return false
  return process.platform === 'win32' || (entry.uid === process.getuid?.() && (entry.mode & forbidden) === 0)
}
