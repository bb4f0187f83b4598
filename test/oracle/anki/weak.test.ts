import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect} from 'vitest'
import {readDeck} from '../../../src/read/read-deck.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {askAnki} from './ask-anki.ts'

const test = judgedBy('anki')

const notes = ['one', 'two', 'three', 'four', 'five'].map((word) => `## What is ${word}?\n\nA number.\n`).join('\n')

test.for(['--export-legacy', '--no-check'])('--weak selects exactly the lapsed cards of a learner (%s)', async (format) => {
  const cwd = await temporaryFolder({'numbers.md': `# Numbers\n\n${notes}`})
  await runCardpress(['numbers.md', '--anki'], {cwd})
  const lock = await readFile(join(cwd, 'cardpress.lock.json'), 'utf8')
  const deck = await readFile(join(cwd, 'out/numbers.apkg'))
  const exported = join(cwd, 'mine.apkg')
  const report = await askAnki('import', [deck], '--study', '4', '--lapse', '2', '--export', exported, '--export-scheduling', format)
  expect(report.failures).toEqual([])
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
