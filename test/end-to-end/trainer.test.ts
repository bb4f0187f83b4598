import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const notes = (hint: string) =>
  `## What is a topic?\n\nA log.\n\n<!-- trainer -->\n${hint}\n<!-- /trainer -->\n\n## What is a broker?\n\nA server.\n`

test('What is for the trainer is in no deck and no table, and neither it nor --trainer moves the lock', async () => {
  const cwd = await temporaryFolder({'notes.md': notes('Ask about retention.')})
  const build = async (seconds: number, ...args: readonly string[]) => {
    const env = {SOURCE_DATE_EPOCH: String(seconds)}
    const {code, stderr} = await runCardpress(['notes.md', '--anki', '--csv', ...args], {cwd, env})
    expect([code, stderr]).toEqual([0, ''])
    const read = (name: string) => readFile(join(cwd, name))
    return {deck: await read('out/notes.apkg'), table: String(await read('out/notes.csv')), lock: String(await read('cardpress.lock.json'))}
  }
  const first = await build(1000)
  expect(first.table).not.toContain('retention')
  await writeFile(join(cwd, 'notes.md'), notes('Ask about compaction.'))
  const edited = await build(2000)
  expect([edited.lock, edited.deck.equals(first.deck)]).toEqual([first.lock, true])
  const own = await build(3000, '--trainer')
  expect([own.lock, own.deck.equals(first.deck)]).toEqual([first.lock, false])
  expect(own.table).toContain('"A log.\n\nTrainer\nAsk about compaction."')
  expect((await build(4000)).deck.equals(first.deck)).toBe(true)
})

test('A trainer comment without an end keeps the file from being built', async () => {
  const cwd = await temporaryFolder({'notes.md': notes('Ask.').replace('<!-- /trainer -->', '')})
  const {code, stderr} = await runCardpress(['notes.md', '--csv'], {cwd})
  expect(code).toBe(1)
  expect(stderr).toContain('5:1-5:17 error Unexpected `<!-- trainer -->` without an end')
})
