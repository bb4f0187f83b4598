import {readFile} from 'node:fs/promises'
import {type FileToWrite, writeFiles} from './write-files.ts'

/**
 * Writes all files or none, and none where another of the name is there or is wanted twice: what people edit is not ours to replace.
 *
 * @param merged - Paths whose bytes hold what was there before.
 * @returns The path of a file that is there already and holds something else; nothing was written then.
 * @throws The system's error, with nothing written.
 */
export async function writeNewFiles(files: readonly FileToWrite[], merged: readonly string[] = []): Promise<string | undefined> {
  const wanted = new Map<string, FileToWrite>()
  for (const file of files) {
    const {path, bytes} = file
    const there = wanted.get(path)?.bytes ?? (merged.includes(path) ? undefined : await readFile(path).catch(() => undefined))
    if (there !== undefined && !Buffer.from(there).equals(Buffer.from(bytes))) return path
    wanted.set(path, file)
  }
  await writeFiles([...wanted.values()])
  return undefined
}
