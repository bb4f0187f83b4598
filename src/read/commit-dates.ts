import {execFile} from 'node:child_process'
import {relative, sep} from 'node:path'
import {promisify} from 'node:util'
import type {SourceDate} from './source-date.ts'

interface Commit {
  readonly hash: string
  readonly parents: readonly string[]
  readonly date: SourceDate
  /** Paths that it changed; for a merge those that are as in none of its parents. */
  readonly changed: ReadonlySet<string>
}

const run = promisify(execFile)
/** Every commit, each behind those that follow it, with the paths that it changed. */
const walk = ['log', '--topo-order', '--full-history', '--sparse', '--no-renames', '--name-only', '-z', '--decorate=short']
const format = '--format=%x01%H %P%x02%ct%x02%D'

/**
 * When files of one repository were last committed, as `git log -1` tells of each alone, by two processes for all of them.
 *
 * @param root - Of the repository. Absolute, as are the paths.
 * @returns Only what is sure: a path that git spells otherwise, or that a merge of three brought, has no entry.
 */
export async function commitDates(root: string, paths: readonly string[]): Promise<ReadonlyMap<string, SourceDate>> {
  const ask = async (...args: readonly string[]) => {
    const names = paths.map((path) => toName(root, path))
    const {stdout} = await run('git', ['-c', 'log.showRoot=true', ...walk, ...args, format, '--', ...names], {
      cwd: root,
      maxBuffer: 2 ** 28
    })
    return readCommits(stdout)
  }
  const [all, merges] = await Promise.all([ask('--diff-merges=combined'), ask('--merges', '--diff-merges=first-parent')])
  const fromFirst = new Map(merges.map(({hash, changed}) => [hash, changed]))
  const found = new Map<string, SourceDate>()
  const waiting = new Map([[all[0]?.hash ?? '', new Map(paths.map((path) => [toName(root, path), path]))]])
  for (const {hash, parents, changed, date} of all)
    for (const [name, path] of waiting.get(hash) ?? []) {
      if (changed.has(name)) found.set(path, date)
      // As git does, to the first parent that has the file as it is: a merge that changed nothing tells nothing.
      const next = parents.length > 2 ? undefined : parents[fromFirst.get(hash)?.has(name) ? 1 : 0]
      if (!changed.has(name) && next !== undefined) waiting.set(next, (waiting.get(next) ?? new Map()).set(name, path))
    }
  return found
}

function toName(root: string, path: string): string {
  return relative(root, path).replaceAll(sep, '/')
}

function readCommits(output: string): readonly Commit[] {
  return output
    .split('\x01')
    .slice(1)
    .map((entry) => {
      const [head = '', ...names] = entry.split('\0')
      const [commits = '', seconds = '', refs = ''] = head.split('\x02')
      const [hash = '', ...parents] = commits.split(' ').filter(Boolean)
      const changed = new Set(names.map((name) => name.replace(/^\n/, '')).filter(Boolean))
      return {hash, parents, date: {seconds: Number(seconds), isShallow: /\bgrafted\b/.test(refs)}, changed}
    })
}
