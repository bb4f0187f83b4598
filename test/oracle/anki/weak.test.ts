import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import JSZip from 'jszip'
import {expect} from 'vitest'
import {readDeck} from '../../../src/read/read-deck.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {askAnki} from './ask-anki.ts'

const test = judgedBy('anki')

const notes = ['one', 'two', 'three', 'four', 'five'].map((word) => `## What is ${word}?\n\nA number.\n`).join('\n')

/** As Anki before 2.1 packed it: the same database under its first name. */
async function repacked(path: string): Promise<void> {
  const newer = await JSZip.loadAsync(await readFile(path))
  const older = new JSZip()
  older.file('collection.anki2', (await newer.file('collection.anki21')?.async('uint8array')) ?? '')
  older.file('media', '{}')
  await writeFile(path, await older.generateAsync({type: 'uint8array'}))
}

test.for([
  ['collection.anki2', '--export-legacy'],
  ['collection.anki21', '--export-legacy'],
  ['collection.anki21b', '--no-check']
] as const)('--weak selects exactly the lapsed cards of a learner (%s)', async ([container, format]) => {
  const cwd = await temporaryFolder({'numbers.md': `# Numbers\n\n${notes}`})
  await runCardpress(['numbers.md', '--anki'], {cwd})
  const lock = await readFile(join(cwd, 'cardpress.lock.json'), 'utf8')
  const deck = await readFile(join(cwd, 'out/numbers.apkg'))
  const exported = join(cwd, 'mine.apkg')
  const report = await askAnki('import', [deck], '--study', '4', '--lapse', '2', '--export', exported, '--export-scheduling', format)
  expect(report.failures).toEqual([])
  if (container === 'collection.anki2') await repacked(exported)
  expect((await JSZip.loadAsync(await readFile(exported))).file(container)).not.toBeNull()
  const run = await runCardpress(['numbers.md', '--csv', '--anki', '--weak', 'mine.apkg'], {cwd})
  expect([run.code, run.stderr]).toEqual([0, ''])
  const rows = (await readFile(join(cwd, 'out/numbers-weak.csv'), 'utf8')).trim().split('\r\n')
  expect(rows.map((row) => row.split(',')[1])).toEqual(['question', 'What is one?', 'What is two?'])
  expect(run.stdout).toMatch(/numbers-weak\.apkg\s+2\s+notes\n/)
  expect(await readFile(join(cwd, 'cardpress.lock.json'), 'utf8')).toBe(lock)
})

test.for(['--export-legacy', '--no-check'])('--weak selects with FSRS exactly what Anki says is likely forgotten (%s)', async (format) => {
  const cwd = await temporaryFolder({'numbers.md': `# Numbers\n\n${notes}`})
  await runCardpress(['numbers.md', '--anki'], {cwd})
  const deck = await readFile(join(cwd, 'out/numbers.apkg'))
  const study = ['--fsrs', '--study', '4', '--fade', '2', '--search', 'prop:r<0.8']
  const report = await askAnki('import', [deck], ...study, '--export', join(cwd, 'mine.apkg'), '--export-scheduling', format)
  expect(report.failures).toEqual([])
  expect(report.found?.length).toBe(2)
  const run = await runCardpress(['numbers.md', '--anki', '--weak', 'mine.apkg'], {cwd})
  expect([run.code, run.stderr]).toEqual([0, ''])
  const {notes: chosen} = await readDeck(await readFile(join(cwd, 'out/numbers-weak.apkg')))
  expect(chosen.map(({guid}) => guid).sort()).toEqual(report.found)
})
