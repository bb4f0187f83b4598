import {execFileSync} from 'node:child_process'
import {utimes} from 'node:fs/promises'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {sourceDate} from '../../src/read/source-date.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

function git(cwd: string, seconds: number, ...args: readonly string[]): void {
  const who = {GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org'}
  const when = {GIT_AUTHOR_DATE: `${seconds} +0000`, GIT_COMMITTER_DATE: `${seconds} +0000`}
  execFileSync('git', args, {cwd, env: {...process.env, ...who, ...when}, stdio: 'ignore'})
}

test('a file is dated by its last commit; where a shallow clone ends, that is said', async () => {
  const folder = await temporaryFolder({'whole/a.md': 'a'})
  const whole = join(folder, 'whole')
  git(whole, 1_600_000_000, 'init', '-q')
  git(whole, 1_600_000_000, 'add', '.')
  git(whole, 1_600_000_000, 'commit', '-qm', 'a')
  git(whole, 1_700_000_000, 'commit', '-qm', 'b', '--allow-empty')
  expect(await sourceDate(join(whole, 'a.md'))).toEqual({seconds: 1_600_000_000, isShallow: false})
  git(folder, 1_700_000_000, 'clone', '-q', '--depth', '1', pathToFileURL(whole).href, 'part')
  expect(await sourceDate(join(folder, 'part/a.md'))).toEqual({seconds: 1_700_000_000, isShallow: true})
})

test('a file that git does not know is dated by its last modification', async () => {
  const folder = await temporaryFolder({'a.md': 'a'})
  await utimes(join(folder, 'a.md'), 1_650_000_000, 1_650_000_000)
  expect(await sourceDate(join(folder, 'a.md'))).toEqual({seconds: 1_650_000_000, isShallow: false})
})
