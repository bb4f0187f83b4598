import {cp, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {askAnki} from './ask-anki.ts'

const test = judgedBy('anki')

const fixture = fileURLToPath(new URL('../../end-to-end/fixtures/way-back', import.meta.url))

/** The deck of the fixture, written back to Markdown from an export of Anki (by default from itself) and built again. */
async function tripped(folder: string, exported?: string): Promise<Uint8Array> {
  await runCardpress(['cards', exported ?? 'first/everything.apkg', '--markdown', '--out', 'back'], {cwd: folder})
  await runCardpress(['back', '--anki', '--out', 'second'], {cwd: folder})
  return readFile(join(folder, 'second', exported ?? 'everything.apkg'))
}

async function firstDeck(folder: string): Promise<Uint8Array> {
  await cp(fixture, join(folder, 'source'), {recursive: true})
  await runCardpress(['source/everything.md', '--anki', '--out', 'first'], {cwd: folder})
  return readFile(join(folder, 'first/everything.apkg'))
}

test('Anki takes a deck that went through Markdown as the deck that it has', async () => {
  const folder = await temporaryFolder()
  const first = await firstDeck(folder)
  const report = await askAnki('import', [first, await tripped(folder)], '--study', '5', '--strict')
  expect(report.steps.at(-1)?.log).toMatchObject({new: 0, updated: 0, conflicting: 0})
  expect(report.failures).toEqual([])
})

test.for(['--export-legacy', '--no-check'])('a deck that Anki exported itself (%s) comes back as the same deck', async (format) => {
  const folder = await temporaryFolder()
  const first = await firstDeck(folder)
  await askAnki('import', [first], '--export', join(folder, 'exported.apkg'), format)
  const report = await askAnki('import', [first, await tripped(folder, 'exported.apkg')], '--strict')
  expect(report.steps.at(-1)?.log).toMatchObject({new: 0, updated: 0, conflicting: 0})
  expect(report.failures).toEqual([])
})
