import {access, chmod, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const java = '# Java\n\n## What is a class?\n\nA plan for objects.\n\n## What is an object?\n\nAn instance of a class.\n'
/** A browser that only notes how it was started, and says why it can't go on. */
const spy = (message: string) => `#!/bin/sh\necho "$@" >> "$(dirname "$0")/args.txt"\necho '${message}' >&2\nexit 1\n`

async function start(message: string) {
  const cwd = await temporaryFolder({'java.md': java, browser: spy(message)})
  await chmod(join(cwd, 'browser'), 0o755)
  await writeFile(join(cwd, 'args.txt'), '')
  const run = await runCardpress(['java.md', '--pdf'], {cwd, env: {CHROME_PATH: join(cwd, 'browser')}})
  const starts = (await readFile(join(cwd, 'args.txt'), 'utf8')).trim().split('\n')
  return {code: run.code, withoutSandbox: starts.map((line) => line.includes('--no-sandbox'))}
}

/** What the machine of the test allows; each of them is a case of whyNoSandbox() that has its own test. */
const isConfined = process.getuid?.() === 0 || (await exists('/.dockerenv')) || (await exists('/run/.containerenv'))

test('the sandbox is on unless root or a container forbids it', async () => {
  expect(await start('broken')).toEqual({code: 3, withoutSandbox: [isConfined]})
})

test.skipIf(isConfined)('where the system lets nobody make a sandbox, the browser is tried with one first', async () => {
  expect(await start('No usable sandbox!')).toEqual({code: 3, withoutSandbox: [false, true]})
})

test.runIf(isConfined)('the summary ends with what a careful user wants to know: the sandbox is off, and why', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  const {stdout, stderr} = await runCardpress(['java.md', '--pdf'], {cwd})
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^The browser runs without its sandbox: it was started (?:by root|in a container)\.$/)
  expect(stderr).toBe('')
  const {notices} = JSON.parse((await runCardpress(['java.md', '--pdf', '--json'], {cwd})).stdout)
  expect(notices).toEqual([stdout.trimEnd().split('\n').at(-1)])
})

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
