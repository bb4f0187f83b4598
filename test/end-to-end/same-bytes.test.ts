import {cp} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {contents} from '../support/folder-contents.ts'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const source = fileURLToPath(new URL('../../source/', import.meta.url))

/** All formats of our own guides, with pictures, math, tables and code; the same lock each time. */
async function build(folder: string, env: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  await cp(source, folder, {recursive: true, filter: (path) => !path.endsWith('.lock.json')})
  const {code, stderr} = await runCardpress(['.', '--layout', 'cheatsheet,guide', '--csv-format', 'both'], {
    cwd: folder,
    env: {SOURCE_DATE_EPOCH: '1767225600', ...env}
  })
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  return contents(folder)
}

test('time zone, language and folder change no byte of any output', {timeout: 300_000}, async () => {
  const here = await build(await temporaryFolder(), {TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8'})
  const there = await build(await temporaryFolder({}, 'Ψ notes 日本'), {TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'})
  expect(Object.keys(here).filter((path) => path.startsWith('out/'))).toEqual([
    'out/data-engineering-toolkit.anki.csv',
    'out/data-engineering-toolkit.apkg',
    'out/data-engineering-toolkit.cheatsheet.pdf',
    'out/data-engineering-toolkit.csv',
    'out/data-engineering-toolkit.guide.pdf',
    'out/kafka.anki.csv',
    'out/kafka.apkg',
    'out/kafka.cheatsheet.pdf',
    'out/kafka.csv',
    'out/kafka.guide.pdf'
  ])
  const different = Object.keys(here).filter((path) => here[path] !== there[path])
  expect(different).toEqual([])
  expect(Object.keys(there)).toEqual(Object.keys(here))
})
