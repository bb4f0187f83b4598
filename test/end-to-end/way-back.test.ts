import {cp, readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {readDeck} from '../../src/read/read-deck.ts'
import {filesIn} from '../support/folder-contents.ts'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const guides = {
  'the guides of the repository': fileURLToPath(new URL('../../source', import.meta.url)),
  'everything that a card can hold': fileURLToPath(new URL('fixtures/way-back', import.meta.url))
}

/** A folder with the decks of some Markdown in `first`. */
async function withDecks(source: string): Promise<string> {
  const cwd = await temporaryFolder()
  await cp(source, join(cwd, 'source'), {recursive: true})
  await runCardpress(['source', '--anki', '--out', 'first'], {cwd})
  await rm(join(cwd, 'source'), {recursive: true})
  return cwd
}

async function notesIn(path: string) {
  const {notes, decks} = await readDeck(await readFile(path))
  return {notes, decks}
}

test.for(Object.entries(guides))('%s go to a deck, back to Markdown, and give the same deck', async ([, source]) => {
  const cwd = await withDecks(source)
  const decks = (await filesIn(join(cwd, 'first'))).filter((name) => name.endsWith('.apkg'))
  const paths = decks.map((name) => join('first', name))
  const back = await runCardpress(['cards', ...paths, '--markdown', '--out', 'back'], {cwd})
  expect([back.code, back.stderr]).toEqual([0, ''])
  await runCardpress(['back', '--anki', '--out', 'second'], {cwd})
  expect(decks.length).toBeGreaterThan(0)
  for (const name of decks) expect(await notesIn(join(cwd, 'second', name))).toEqual(await notesIn(join(cwd, 'first', name)))
})

test('cards --markdown writes readable Markdown with front matter, media and the lock beside it', async () => {
  const cwd = await withDecks(guides['everything that a card can hold'])
  const run = await runCardpress(['cards', 'first/everything.apkg', '--markdown', '--out', 'back'], {cwd})
  expect(run.stdout).toBe('back/everything.md   12 cards\n')
  expect(await filesIn(join(cwd, 'back'))).toEqual(['cardpress.lock.json', 'everything.md', 'media/cp-823f672c128a3d30.svg'])
  const text = await readFile(join(cwd, 'back/everything.md'), 'utf8')
  await expect(text.replace(/^date: .*$/m, 'date: 2026-11-23')).toMatchFileSnapshot('fixtures/way-back/expected.txt')
})

test('cards --markdown leaves alone what somebody wrote, and may run twice', async () => {
  const cwd = await withDecks(guides['everything that a card can hold'])
  const args = ['cards', 'first/everything.apkg', '--markdown', '--out', 'back']
  await runCardpress(args, {cwd})
  expect((await runCardpress(args, {cwd})).code).toBe(0)
  const edited = await temporaryFolder({'first/x.apkg': await readFile(join(cwd, 'first/everything.apkg')), 'back/x.md': '# Mine\n'})
  const run = await runCardpress(['cards', 'first/x.apkg', '--markdown', '--out', 'back'], {cwd: edited})
  expect([run.code, await filesIn(join(edited, 'back')), await readFile(join(edited, 'back/x.md'), 'utf8')]).toEqual([
    2,
    ['x.md'],
    '# Mine\n'
  ])
  expect(run.stderr).toContain('x.md is there already and holds something else')
})

test('cards --markdown says what a file is that is no deck', async () => {
  const cwd = await temporaryFolder({'a.apkg': 'no zip'})
  const run = await runCardpress(['cards', 'a.apkg', '--markdown', '--out', 'back'], {cwd})
  expect([run.code, run.stderr]).toEqual([
    1,
    "error: The deck a.apkg can't be read (Expected a zip archive but found no directory). Give a package of Anki (.apkg).\n"
  ])
})
