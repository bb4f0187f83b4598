import {chmod, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {startProcess} from '../../../../src/render/pdf/browser/start-process.ts'
import {temporaryFolder} from '../../../support/temporary-folder.ts'

/** A program that is no browser; its profile goes to a folder of its own. */
async function startFake(script: string): Promise<{started: number; error: unknown; left: readonly string[]}> {
  const folder = await temporaryFolder({'fake-browser': `#!/bin/sh\n${script}\n`, 'tmp/.keep': ''})
  const executablePath = join(folder, 'fake-browser')
  await chmod(executablePath, 0o700)
  const before = process.env.TMPDIR
  process.env.TMPDIR = join(folder, 'tmp')
  let started = 0
  const error: unknown = await startProcess({executablePath, args: [], env: process.env}, () => started++).catch((error) => error)
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  return {started, error, left: await readdir(join(folder, 'tmp'))}
}

test('startProcess() tells what a browser said that ended at once, and leaves no profile behind', async () => {
  const {started, error, left} = await startFake('echo "error while loading shared libraries: libnss3.so" >&2; exit 127')
  expect({started, error: String(error), left}).toEqual({
    started: 1,
    error: 'Error: fake-browser ended with code 127\nerror while loading shared libraries: libnss3.so\n',
    left: ['.keep']
  })
})

test('startProcess() fails for a file that cannot be run', async () => {
  const start = startProcess({executablePath: '/nowhere/chrome', args: [], env: {}}, () => {})
  await expect(start).rejects.toThrow('spawn /nowhere/chrome ENOENT')
})
