import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {runCardpress, runProcess} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const notes =
  '# Interview questions\n\n## What is a topic?\n\nA [log](#What_is_a_log).\n\n## What is a log?\n\nA file.\n\n## What is a file?\n\nSee [it](#elsewhere).\n'

test('check tells one line a rule and writes nothing', async () => {
  const cwd = await temporaryFolder({'notes.md': notes})
  const {code, stdout, stderr} = await runCardpress(['check', 'notes.md'], {cwd})
  expect(code).toBe(0)
  expect(stdout).toBe('notes.md   3 cards   heading-question\n')
  expect(stderr.split('\n').slice(0, 2)).toEqual([
    'notes.md',
    '5:3-5:24 warning Unexpected link to `#What_is_a_log`, expected `#what-is-a-log` (1 of 2) dead-anchor cardpress'
  ])
  expect(await readFile(join(cwd, 'notes.md'), 'utf8')).toBe(notes)
})

test('check --fix repairs in place, says so, and tells what is left', async () => {
  const cwd = await temporaryFolder({'notes.md': notes})
  const {code, stdout, stderr} = await runCardpress(['check', '--fix', 'notes.md'], {cwd})
  expect(code).toBe(0)
  expect(stdout).toBe('notes.md   3 cards   heading-question\n\nnotes.md   1 repaired   dead-anchor\n')
  expect(stderr).toContain(
    '13:5-13:21 warning Unexpected link to `#elsewhere`, expected a heading or id of this file dead-anchor cardpress'
  )
  expect(await readFile(join(cwd, 'notes.md'), 'utf8')).toBe(notes.replace('#What_is_a_log', '#what-is-a-log'))
})

test('check --rule sets a level, and refuses rules and levels that there are not', async () => {
  const cwd = await temporaryFolder({'notes.md': notes})
  expect((await runCardpress(['check', '--rule', 'dead-anchor=error', 'notes.md'], {cwd})).code).toBe(1)
  expect((await runCardpress(['check', '--strict', '--rule', 'dead-anchor=off', 'notes.md'], {cwd})).code).toBe(0)
  const unknown = await runCardpress(['check', '--rule', 'dead-anchors=off', 'notes.md'], {cwd})
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    'error: Unexpected rule `dead-anchors` in --rule, expected `dead-anchor`. `cardpress --help` shows what can be said.\n'
  ])
})

test('check --since tells what a branch adds', async () => {
  const cwd = await temporaryFolder({'notes.md': notes})
  const git = (...args: readonly string[]) => runProcess('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {cwd})
  await git('init', '--quiet', '-b', 'main')
  await git('add', '.')
  await git('commit', '--quiet', '-m', 'One')
  await writeFile(join(cwd, 'notes.md'), `${notes}\n## What is a log?\n\nA file.\n`)
  const since = await runCardpress(['check', '--json', '--since', 'main', 'notes.md'], {cwd})
  expect(JSON.parse(since.stdout).problems).toEqual([
    {
      path: 'notes.md',
      line: 15,
      column: 1,
      endLine: 15,
      endColumn: 18,
      severity: 'warning',
      ruleId: 'duplicate-question',
      reason: 'Unexpected question asked before, expected one card per question',
      note: 'Merge the two answers, or say in the question what differs: `What is a topic *in JMS*?`',
      cause: {line: 7, column: 1, reason: 'First asked here'}
    }
  ])
  const unknown = await runCardpress(['check', '--since', 'nowhere', 'notes.md'], {cwd})
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    "error: --since nowhere: git can't compare notes.md (fatal: Not a valid object name nowhere).\n"
  ])
})

test('check annotates lines in GitHub Actions', async () => {
  const cwd = await temporaryFolder({'notes.md': notes})
  const {stdout} = await runCardpress(['check', 'notes.md'], {cwd, env: {GITHUB_ACTIONS: 'true'}})
  expect(stdout.split('\n')[1]).toBe(
    '::warning file=notes.md,line=5,col=3,title=dead-anchor::Unexpected link to `#What_is_a_log`, expected `#what-is-a-log` (1 of 2)'
  )
})

test('check has nothing to say about the guides of this project', async () => {
  const source = new URL('../../source/', import.meta.url)
  const {stderr} = await runCardpress(['check', '.'], {cwd: source.pathname})
  expect(stderr).toBe('')
})
