import {dirname} from 'node:path'
import {commitDates} from './commit-dates.ts'
import {findRepository} from './repository.ts'
import {type SourceDate, sourceDate} from './source-date.ts'

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
      if (root === undefined || files.length < many) return []
      const names = files.map(({path}) => path)
      return commitDates(root, names).then(
        (found) => [...found],
        () => [] // No git, or a history too large to be read at once.
      )
    })
  )
  return new Map(dates.flat())
}
