import {cp, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {readDeck} from '../../src/read/read-deck.ts'
import {filesIn} from '../support/folder-contents.ts'
import {noteDifferences, notesIn} from '../support/note-differences.ts'
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

async function contentOf(path: string) {
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
  for (const name of decks) expect(await contentOf(join(cwd, 'second', name))).toEqual(await contentOf(join(cwd, 'first', name)))
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

const torture = fileURLToPath(new URL('fixtures/torture', import.meta.url))

test('what Markdown can hardly tell goes to a deck and back without a change for learners', async () => {
  const cwd = await withDecks(torture)
  const decks = (await filesIn(join(cwd, 'first'))).map((name) => join('first', name))
  const back = await runCardpress(['cards', ...decks, '--markdown', '--out', 'back'], {cwd})
  expect([back.code, back.stderr]).toEqual([0, ''])
  await runCardpress(['back', '--anki', '--out', 'second'], {cwd})
  const [first, second] = await Promise.all([notesIn(join(cwd, 'first')), notesIn(join(cwd, 'second'))])
  expect(first.size).toBe(14)
  expect(noteDifferences(first, second)).toEqual([])
})

test.for(['heading-answer', 'hidden-answer'])(
  'cards --markdown --shape %s writes messy files as clean ones with the same cards',
  async (shape) => {
    const cwd = await temporaryFolder()
    await cp(torture, join(cwd, 'source'), {recursive: true})
    await runCardpress(['source', '--anki', '--out', 'first'], {cwd})
    const run = await runCardpress(['cards', 'source', '--markdown', '--shape', shape, '--out', 'neat', '--json'], {cwd})
    expect(JSON.parse(run.stdout)).toMatchObject({
      files: [
        {path: 'fields.md', cards: 2},
        {path: 'gaps.md', cards: 4},
        {path: 'messy.md', cards: 9}
      ],
      problems: [{ruleId: 'missing-image'}, {ruleId: 'left-behind'}]
    })
    const text = await readFile(join(cwd, 'neat/messy.md'), 'utf8')
    await expect(text).toMatchFileSnapshot(`fixtures/torture/messy.${shape}.txt`)
    await runCardpress(['neat', '--anki', '--out', 'second'], {cwd})
    expect(noteDifferences(await notesIn(join(cwd, 'first')), await notesIn(join(cwd, 'second')))).toEqual([])
  }
)

test('cards --markdown refuses a shape that can not tell every card, with those that can', async () => {
  const cwd = await temporaryFolder({'a.md': '# A\n\n## What?\n\nThat.\n'})
  const run = await runCardpress(['cards', 'a.md', '--markdown', '--shape', 'table', '--out', 'neat'], {cwd})
  expect([run.code, run.stderr]).toEqual([
    2,
    'error: Unexpected `table` in --shape, expected one that can tell every card: heading-answer, hidden-answer\n'
  ])
})

test('cards --markdown writes an id that hangs on an older wording as a comment, so that no lock is needed to keep it', async () => {
  const cwd = await temporaryFolder({
    'a.md': '# Kafka questions\n\n## What is a topic?\n\nA named log of records.\n\n## Why?\n\nBecause it is so.\n'
  })
  await runCardpress(['a.md', '--csv'], {cwd})
  await writeFile(
    join(cwd, 'a.md'),
    '# Kafka questions\n\n## What, in Kafka, is a topic?\n\nA named log of records.\n\n## Why?\n\nBecause it is so.\n'
  )
  const ids = async (path: string): Promise<string[]> => {
    const {cards}: {cards: {id: string}[]} = JSON.parse((await runCardpress(['cards', path, '--json'], {cwd})).stdout)
    return cards.map(({id}) => id)
  }
  await runCardpress(['cards', 'a.md', '--markdown', '--out', 'neat'], {cwd})
  expect(await filesIn(join(cwd, 'neat'))).toEqual(['a.md', 'cardpress.lock.json'])
  await rm(join(cwd, 'neat/cardpress.lock.json'))
  expect(await ids('neat/a.md')).toEqual(await ids('a.md'))
  const text = await readFile(join(cwd, 'neat/a.md'), 'utf8')
  expect(text.match(/^## .*$/gm)).toEqual([expect.stringMatching(/^## What, in Kafka, is a topic\? <!-- id: \w{16} -->$/), '## Why?'])
})
