import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {removeLeftovers, temporaryFile} from './temporary-file.ts'

export interface FileToWrite {
  /** Absolute. */
  readonly path: string
  readonly bytes: Uint8Array | string
  /** What follows, made while it is written. */
  readonly rest?: AsyncIterable<Uint8Array>
}

/**
 * Writes all files or none that was not whole: each under a temporary name beside its place, then all are renamed.
 * @throws The system's error (EACCES, ENOSPC), or what `rest` throws, with what was there before still in place and nothing temporary left.
 */
export async function writeFiles(files: readonly FileToWrite[]): Promise<void> {
  const pending = files.map((file) => ({...file, temporary: temporaryFile(file.path)}))
  try {
    for (const {path, bytes, rest, temporary} of pending) {
      await mkdir(dirname(path), {recursive: true})
      await writeFile(temporary, bytes, {flush: true})
      if (rest) await writeFile(temporary, rest, {flag: 'a', flush: true})
    }
    for (const {path, temporary} of pending) await rename(temporary, path)
    for (const folder of new Set(files.map(({path}) => dirname(path)))) await removeLeftovers(folder)
  } catch (error) {
    await Promise.all(pending.map(({temporary}) => rm(temporary, {force: true}).catch(() => undefined)))
    throw error
  }
}
