import {createHash, randomBytes} from 'node:crypto'
import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {makePrivate} from '../render/pdf/browser/cache-folder.ts'
import {type FetchOptions, fetchPicture, toPicture, unfetched} from './fetch-picture.ts'
import type {MediaResult} from './read-media.ts'

/** Raised when what lies in the cache changes its meaning. */
const cacheVersion = 1
const atOnce = 6
/** So often a server may fail in a row before a run lets it be: each try can take ten seconds. */
const patience = 3
/** Of one run: a file of strangers must not fill the disk. */
const mostBytesInAll = 500 * 1024 * 1024

/**
 * Gets pictures from the web, each once in a run, six at a time, and keeps them: the next run takes what lies in the cache and asks nobody,
 * so that it makes the same bytes with and without a network. Who wants a picture anew deletes the folder.
 *
 * @returns Takes the address of an image node; `//x` is `https://x`.
 * @param cache - Private folder of the user. Where it can't be made or written, nothing is kept.
 */
export function fetchPictures(cache: string, options: FetchOptions = {}): (url: string) => Promise<MediaResult> {
  const folder = join(cache, `pictures-${cacheVersion}`)
  const asked = new Map<string, Promise<MediaResult>>()
  const failures = new Map<string, number>()
  const turn = turns(atOnce)
  let left = mostBytesInAll
  let isReady: Promise<boolean> | undefined
  const get = async (url: string): Promise<MediaResult> => {
    isReady ??= prepareFolder(cache, folder)
    const path = (await isReady) ? join(folder, createHash('sha256').update(url).digest('hex')) : undefined
    const kept = path && (await readKept(url, path))
    if (kept) return kept
    const server = URL.canParse(url) ? new URL(url).host : ''
    const failed = failures.get(server) ?? 0
    if (failed >= patience) return unfetched(url, `silence of a server that failed ${patience} times`)
    if (left <= 0) return unfetched(url, `run that fetched ${mostBytesInAll / 1024 / 1024} MB already`)
    const {isUnreachable = false, ...result} = await fetchPicture(url, options)
    failures.set(server, isUnreachable ? failed + 1 : 0)
    if (!('bytes' in result)) return result
    left -= result.bytes.length
    if (path) await keep(path, result.bytes)
    return result
  }
  return (address) => {
    const url = address.startsWith('//') ? `https:${address}` : address
    const result = asked.get(url) ?? turn(() => get(url))
    asked.set(url, result)
    return result
  }
}

/** Runs at most so many at once, in the order of the calls. */
function turns(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running === most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

async function readKept(url: string, path: string): Promise<MediaResult | undefined> {
  const bytes = await readFile(path).catch(() => undefined)
  const picture = bytes && toPicture(url, bytes)
  return picture && 'bytes' in picture ? picture : undefined
}

/** A folder that somebody else could have filled is not read either. */
function prepareFolder(cache: string, folder: string): Promise<boolean> {
  const prepare = async (): Promise<boolean> => {
    await makePrivate(cache)
    await makePrivate(folder)
    return true
  }
  return prepare().catch(() => false)
}

/** Under a temporary name first: a run that is killed, or one beside this, leaves no half picture. A full disk is no reason to go without. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await writeFile(temporary, bytes, {flush: true, mode: 0o600})
    await rename(temporary, path)
  } catch {
    await rm(temporary, {force: true}).catch(() => undefined)
  }
}
