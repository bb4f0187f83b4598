import {existsSync} from 'node:fs'
import {cp, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {filesIn} from '../support/folder-contents.ts'
import {judgedBy} from '../support/judged-by.ts'
import {noteDifferences, notesIn} from '../support/note-differences.ts'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {askAnki} from './anki/ask-anki.ts'

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))

/** A folder with the corpus in `source` and its decks in `first`, and the paths of these. */
async function withDecks(): Promise<{cwd: string; decks: readonly string[]}> {
  const cwd = await temporaryFolder()
  await cp(corpus, join(cwd, 'source'), {recursive: true})
  await runCardpress(['source', '--anki', '--out', 'first', '--quiet'], {cwd})
  return {cwd, decks: (await filesIn(join(cwd, 'first'))).map((name) => join('first', name))}
}

/** A minute for the decks, and some for Anki: with `CARDPRESS_FULL`, where the corpus lies beside the project. */
describe.runIf(process.env.CARDPRESS_FULL && existsSync(corpus))('every file of the corpus', () => {
  test.for(['a deck', 'Markdown'])('keeps guids, fields and tags from %s to Markdown to a deck', {timeout: 300_000}, async (from) => {
    const {cwd, decks} = await withDecks()
    const [back, second] = [`back from ${from}`, `second from ${from}`]
    const run = await runCardpress(['cards', ...(from === 'a deck' ? decks : ['source']), '--markdown', '--out', back], {cwd})
    await runCardpress([back, '--anki', '--out', second, '--quiet'], {cwd})
    const first = await notesIn(join(cwd, 'first'))
    const differences = noteDifferences(first, await notesIn(join(cwd, second)))
    expect(first.size).toBeGreaterThan(1500)
    expect(differences).toEqual([])
    expect(run.stderr.match(/lost-in-markdown/g)?.length ?? 0).toBe(0)
  })

  judgedBy('anki')(
    'is the deck that Anki has, after it went through Markdown',
    async () => {
      const {cwd, decks} = await withDecks()
      await runCardpress(['cards', ...decks, '--markdown', '--out', 'back'], {cwd})
      await runCardpress(['back', '--anki', '--out', 'second', '--quiet'], {cwd})
      const twins = new Map((await filesIn(join(cwd, 'second'))).map((name) => [name.split('/').at(-1), name]))
      let updated = 0
      for (const name of decks) {
        const twin = twins.get(name.split('/').at(-1)) ?? ''
        const files = [await readFile(join(cwd, name)), await readFile(join(cwd, 'second', twin))]
        const report = await askAnki('import', files, '--strict')
        expect([name, report.failures, report.steps.at(-1)?.log.new]).toEqual([name, [], 0])
        updated += report.steps.at(-1)?.log.updated ?? 0
      }
      expect(updated).toBe(0)
    },
    600_000
  )
})
