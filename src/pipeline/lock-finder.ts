import {dirname} from 'node:path'
import type {Host} from './host.ts'
import type {Draft} from './read-drafts.ts'

type Place = Omit<Awaited<ReturnType<Host['readLockIn']>>, 'above'>

/**
 * Finds the lock of each guide; reads each folder once. Locks may lie in several folders of the way up, from builds that named one or
 * another of them. A guide belongs to the lock that knows its source: a second entry elsewhere would make all its cards new.
 *
 * 1. The nearest lock upward from the folder that the user named, if it knows the source.
 * 2. The nearest one upward from the source that knows it.
 * 3. For a source that none knows the nearest upward from the folder named, then from the source.
 * 4. A new one in the folder named.
 */
export function lockFinder(host: Host): (draft: Draft) => Promise<Place> {
  const read = new Map<string, ReturnType<Host['readLockIn']>>()
  const readOnce: Host['readLockIn'] = (folder) => {
    const place = read.get(folder) ?? host.readLockIn(folder)
    read.set(folder, place)
    return place
  }
  async function* upward(start: string): AsyncGenerator<Place> {
    for (let folder: string | undefined = start; folder !== undefined; ) {
      const {path, text, above} = await readOnce(folder)
      if (text !== undefined) yield {path, text}
      folder = above
    }
  }
  return async ({source, members}) => {
    const usual = await firstOf(upward(source.home))
    const isNamed = source.stem !== undefined // Standard input stands nowhere.
    const knows = ({path, text}: Place): boolean => isNamed && namesSource(text ?? '', host.relativeTo(path, source))
    if (usual && knows(usual)) return usual
    const path = host.sourcePath(source)
    let near: Place | undefined
    if (isNamed)
      for await (const lock of upward(members ? path : dirname(path))) {
        if (knows(lock)) return lock
        near ??= lock
      }
    return usual ?? near ?? (await readOnce(source.home))
  }
}

async function firstOf<T>(items: AsyncGenerator<T>): Promise<T | undefined> {
  for await (const item of items) return item
  return undefined
}

/** By its text: the lock of a large guide takes long to parse, and a damaged one can't be. */
function namesSource(text: string, path: string): boolean {
  const value = JSON.stringify(path)
  return text.includes(`"source": ${value}`) || text.includes(`"source":${value}`)
}
