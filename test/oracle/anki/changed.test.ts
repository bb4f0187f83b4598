import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect} from 'vitest'
import {readDeck} from '../../../src/read/read-deck.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {askAnki} from './ask-anki.ts'

const test = judgedBy('anki')

const notes =
  '# Kafka questions\n\n## What is a topic?\n\nA named log.\n\n## What is a broker?\n\nA server.\n\n## What is an offset? {#off.set}\n\nA place.\n'

test('the search of --changed finds exactly the changed notes in Anki, beside the deck of another guide that asks the same', async () => {
  const cwd = await temporaryFolder({'kafka.md': notes, 'other.md': `---\nid: other\n---\n\n${notes}`})
  await runCardpress(['kafka.md', 'other.md', '--anki'], {cwd})
  await writeFile(
    join(cwd, 'kafka.md'),
    `${notes.replace('A place.', 'A place in a partition.')}\n## What is a partition?\n\nA part of a topic.\n`
  )
  const run = await runCardpress(['kafka.md', '--anki', '--changed', '--json'], {cwd})
  const {changed} = JSON.parse(run.stdout)
  expect(changed).toMatchObject([{notes: 2}])
  const deck = await readFile(join(cwd, 'out/kafka-changed.apkg'))
  const others = await Promise.all(['kafka', 'other'].map((name) => readFile(join(cwd, `out/${name}.apkg`))))
  const report = await askAnki('import', [...others, deck], '--search', changed[0].search)
  expect(report.failures).toEqual([])
  expect(report.steps.at(-1)?.notes).toBe(7)
  expect(report.found).toEqual((await readDeck(deck)).notes.map(({guid}) => guid).sort())
})
