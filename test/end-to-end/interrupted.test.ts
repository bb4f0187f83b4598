import {spawn} from 'node:child_process'
import {cp, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const rounds = process.env.CARDPRESS_FULL ? 40 : 8
const guide = (count: number) =>
  `# Kafka\n\n${Array.from({length: count}, (_, index) => `## ${index + 1}. What is part ${index}?\n\n**Answer:**\n\nPart ${index} of ${count}.\n`).join('\n')}`

/** Name and bytes of every output, what a crash left under a temporary name apart. */
async function outputs(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(join(folder, 'out'))).filter((name) => !name.endsWith('.tmp'))
  return new Map(
    await Promise.all(
      names.sort().map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, 'out', name), 'base64')])
    )
  )
}

/** Starts a build and ends it after a while. */
function interrupt(cwd: string, signal: NodeJS.Signals, afterMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, 'kafka.md', '--anki', '--csv', '--quiet'], {
      cwd,
      stdio: 'ignore',
      env: {...process.env, SOURCE_DATE_EPOCH: '1795392000'}
    })
    const timer = setTimeout(() => child.kill(signal), afterMs)
    child.on('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

test.each(['SIGINT', 'SIGKILL'] as const)(
  '%s at any moment leaves each output whole, old or new, and the next build right',
  {timeout: 300_000},
  async (signal) => {
    const cwd = await temporaryFolder({'kafka.md': guide(200)})
    const env = {SOURCE_DATE_EPOCH: '1795391000'}
    await runCardpress(['kafka.md', '--anki', '--csv'], {cwd, env})
    const before = await outputs(cwd)
    const reference = await temporaryFolder()
    await cp(cwd, reference, {recursive: true})
    await writeFile(join(reference, 'kafka.md'), guide(300))
    const startedMs = performance.now()
    await runCardpress(['kafka.md', '--anki', '--csv'], {cwd: reference, env: {SOURCE_DATE_EPOCH: '1795392000'}})
    const wholeMs = performance.now() - startedMs
    const after = await outputs(reference)
    expect([...after.keys()]).toEqual(['kafka.apkg', 'kafka.csv'])
    await writeFile(join(cwd, 'kafka.md'), guide(300))
    for (let round = 0; round < rounds; round++) {
      // Most rounds end in the second half of a run, where it writes.
      await interrupt(cwd, signal, wholeMs * (0.5 + (0.6 * round) / rounds))
      for (const [name, bytes] of await outputs(cwd))
        expect([before.get(name), after.get(name)], `${name} in round ${round}`).toContain(bytes)
    }
    const {code} = await runCardpress(['kafka.md', '--anki', '--csv'], {cwd, env: {SOURCE_DATE_EPOCH: '1795392000'}})
    expect([code, await outputs(cwd)]).toEqual([0, after])
  }
)
