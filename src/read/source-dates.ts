import {execFile} from 'node:child_process'
import {dirname} from 'node:path'
import {promisify} from 'node:util'
import {commitDates} from './commit-dates.ts'
import {findRepository} from './repository.ts'
import {modified, type SourceDate, sourceDate} from './source-date.ts'

/** From so many files of a repository on they are looked up together. */
const many = 4

/**
 * Dates the files of a run: those of one repository together, since a process for each takes longer than all the rest where there are
 * hundreds. What that leaves open is asked of git one by one.
 *
 * @param paths - Absolute.
 */
export function sourceDates(paths: readonly string[]): (path: string) => Promise<SourceDate> {
  let found: Promise<ReadonlyMap<string, SourceDate>> | undefined
  return async (path) => {
    found ??= datesOf(paths)
    return (await found).get(path) ?? sourceDate(path)
  }
}

async function datesOf(paths: readonly string[]): Promise<ReadonlyMap<string, SourceDate>> {
  const roots = new Map<string, Promise<string | undefined>>()
  const rootOf = (folder: string) => {
    const root = roots.get(folder) ?? findRepository(folder)
    roots.set(folder, root)
    return root
  }
  const placed = await Promise.all(paths.map(async (path) => ({path, root: await rootOf(dirname(path))})))
  const groups = [...Map.groupBy(placed, ({root}) => root)]
  const dates = await Promise.all(
    groups.map(async ([root, files]) => {
      if (files.length < many) return []
      if (root === undefined) return looseDates(files.map(({path}) => path))
      const names = files.map(({path}) => path)
      return commitDates(root, names).then(
        (found) => [...found],
        () => [] // No git, or a history too large to be read at once.
      )
    })
  )
  return new Map(dates.flat())
}

/** Of files that lie in no repository as far as their paths tell; git, which follows links and its environment, is asked once a folder. */
async function looseDates(paths: readonly string[]): Promise<readonly (readonly [string, SourceDate])[]> {
  const folders = [...Map.groupBy(paths, (path) => dirname(path))]
  const dates = await Promise.all(
    folders.map(async ([folder, own]) =>
      (await isKnownToGit(folder)) ? [] : Promise.all(own.map(async (path) => [path, await modified(path)] as const))
    )
  )
  return dates.flat()
}

/** @returns False where git is missing, too: it would tell nothing of a file either. */
function isKnownToGit(folder: string): Promise<boolean> {
  return promisify(execFile)('git', ['rev-parse', '--git-dir'], {cwd: folder}).then(
    () => true,
    () => false
  )
}
