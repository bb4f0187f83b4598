import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {changedLines} from '../../src/read/changed-lines.ts'
import {runProcess} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await temporaryFolder(files)
  for (const args of [
    ['init', '--quiet', '-b', 'main'],
    ['add', '.'],
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'One']
  ])
    expect((await runProcess('git', args, {cwd})).code).toBe(0)
  return cwd
}

test('changedLines() tells added and changed lines, and all of a new file', async () => {
  const cwd = await repository({'notes.md': 'a\nb\nc\nd\ne\n'})
  await writeFile(join(cwd, 'notes.md'), 'a\nB\nc\ne\nf\ng\n')
  await writeFile(join(cwd, 'new.md'), 'x\n')
  expect(await changedLines(join(cwd, 'notes.md'), 'main')).toEqual([
    [2, 2],
    [5, 6]
  ])
  expect(await changedLines(join(cwd, 'new.md'), 'main')).toEqual([[1, Number.POSITIVE_INFINITY]])
})

test('changedLines() fails with the words of git where there is no such commit', async () => {
  const cwd = await repository({'notes.md': 'a\n'})
  await expect(changedLines(join(cwd, 'notes.md'), '--output=x')).rejects.toThrow('fatal: Not a valid object name --output=x')
})
