import {execFileSync} from 'node:child_process'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {commitDates} from '../../src/read/commit-dates.ts'
import {sourceDate} from '../../src/read/source-date.ts'
import {sourceDates} from '../../src/read/source-dates.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

let seconds = 1_600_000_000

function git(cwd: string, ...args: readonly string[]): void {
  seconds += 1_000
  const who = {GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org'}
  const when = {GIT_AUTHOR_DATE: `${seconds} +0000`, GIT_COMMITTER_DATE: `${seconds} +0000`}
  execFileSync('git', args, {cwd, env: {...process.env, ...who, ...when}, stdio: 'ignore'})
}

const names = ['a.md', 'b ü.md', 'deep/c.md', 'd.md', 'e.md']

/** A history with what can lead astray: branches, merges that keep one side or change more, a file that goes and comes back, a rename. */
async function repository(): Promise<string> {
  const folder = await temporaryFolder({}, 'whole')
  const commit = async (files: Readonly<Record<string, string | undefined>>, ...args: readonly string[]) => {
    for (const [name, text] of Object.entries(files))
      if (text === undefined) await rm(join(folder, name))
      else await writeFile(join(folder, name), text)
    git(folder, 'add', '-A')
    git(folder, 'commit', '-qm', 'x', ...args)
  }
  await mkdir(join(folder, 'deep'))
  git(folder, 'init', '-q', '-b', 'main')
  await commit(Object.fromEntries(names.map((name) => [name, name])))
  git(folder, 'checkout', '-qb', 'side')
  await commit({'a.md': 'side', 'd.md': 'same'})
  await commit({'b ü.md': 'lost'})
  git(folder, 'checkout', '-q', 'main')
  await commit({'deep/c.md': 'main', 'd.md': 'same', 'e.md': undefined})
  git(folder, 'merge', '-q', '--no-commit', '-s', 'ours', 'side')
  await commit({'a.md': 'side'}) // Takes one file of the side and drops the other.
  await commit({'e.md': 'e.md'})
  git(folder, 'checkout', '-qb', 'more')
  await commit({'deep/c.md': 'more'})
  git(folder, 'checkout', '-q', 'main')
  await commit({'new.md': 'x'})
  git(folder, 'merge', '-q', '--no-commit', '--no-ff', 'more')
  await commit({'new.md': 'changed by the merge'})
  git(folder, 'commit', '-qm', 'empty', '--allow-empty')
  return folder
}

test('files of a repository are dated together as each would be alone, through merges too', async () => {
  const folder = await repository()
  await writeFile(join(folder, 'unknown.md'), 'git does not know it')
  const paths = [...names, 'new.md', 'unknown.md'].map((name) => join(folder, name))
  const alone = await Promise.all(paths.map(sourceDate))
  expect(await Promise.all(paths.map(sourceDates(paths)))).toEqual(alone)
  // All but the unknown one were found together, and they are not all the same.
  const together = await commitDates(folder, paths)
  expect([together.size, new Set([...together.values()].map((date) => date.seconds)).size]).toEqual([6, 6])
})

test('a shallow clone says so together as well', async () => {
  const folder = await repository()
  git(folder, 'clone', '-q', '--depth', '2', pathToFileURL(folder).href, '../part')
  const paths = names.map((name) => join(folder, '../part', name))
  expect(await Promise.all(paths.map(sourceDates(paths)))).toEqual(await Promise.all(paths.map(sourceDate)))
})

test('files outside of a repository are dated as each would be alone', async () => {
  const folder = await temporaryFolder(Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, ''])))
  const paths = ['a', 'b', 'c', 'd'].map((name) => join(folder, name))
  expect(await Promise.all(paths.map(sourceDates(paths)))).toEqual(await Promise.all(paths.map(sourceDate)))
})
