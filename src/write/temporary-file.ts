import {randomBytes} from 'node:crypto'
import {lstat, readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'

const ours = /\.cardpress-(\d+)-[\da-f]{12}\.tmp$/

/** A file is written at once, so what is older is no longer being written. */
const minuteMs = 60_000
/** The process's number may have been given to another one since. */
const dayMs = 24 * 60 * minuteMs

/** A name beside a file for what is to take its place, and by which what a killed run left is known again. */
export function temporaryFile(path: string): string {
  return `${path}.cardpress-${process.pid}-${randomBytes(6).toString('hex')}.tmp`
}

/**
 * Removes what killed runs left in a folder: files with our kind of name whose process is gone, at least a minute old (a process on
 * another machine that shares the folder is not seen from here), or a day old. Trouble is left alone: the build does not depend on it.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const [, pid] = ours.exec(name) ?? []
    if (pid === undefined) continue
    const path = join(folder, name)
    const stats = await lstat(path).catch(() => undefined)
    const ageMs = stats?.isFile() ? Date.now() - stats.mtimeMs : 0
    if (ageMs > dayMs || (ageMs > minuteMs && !isRunning(Number(pid)))) await rm(path, {force: true}).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0) // Signal 0 only asks.
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
