import {chmod, readFile, realpath, rename, rm, stat, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {removeLeftovers, temporaryFile} from './temporary-file.ts'

const byteOrderMark = '\ufeff'

/**
 * Changes a text file in place: whole or not at all, its mode, a link to it and a byte order mark kept.
 *
 * @param path - Absolute.
 * @param before - The text that the change was made for, without byte order mark.
 * @returns False, and nothing is touched, where the file does not hold that text as UTF-8: it was changed meanwhile, or the text was made from it.
 * @throws The system's error (EACCES, ENOSPC); what was there is still there.
 */
export async function rewriteFile(path: string, before: string, after: string): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined)
  if (real === undefined) return false
  const bytes = await readFile(real)
  const mark = [before, byteOrderMark + before].find((text) => bytes.equals(Buffer.from(text)))?.startsWith(byteOrderMark)
  if (mark === undefined) return false
  const {mode} = await stat(real)
  const temporary = temporaryFile(real)
  try {
    await writeFile(temporary, (mark ? byteOrderMark : '') + after, {flush: true})
    await chmod(temporary, mode)
    await rename(temporary, real)
    await removeLeftovers(dirname(real))
  } catch (error) {
    await rm(temporary, {force: true}).catch(() => undefined)
    throw error
  }
  return true
}
