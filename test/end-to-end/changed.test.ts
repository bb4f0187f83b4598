import {copyFile, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {filesIn} from '../support/folder-contents.ts'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const first = `# Kafka questions

## What is a topic?

A named log of records.

## What is a broker?

A server of the cluster.

## What is an offset?

The place of a record.
`

const second = first
  .replace('What is a topic?', 'What, in Kafka, is a topic?')
  .replace('A server of the cluster.', 'A server of the cluster that keeps partitions.')
  .replace('## What is an offset?', '## What is a partition?\n\nA part of a topic.\n\n## What is an offset?')

/** A folder with a built guide that was edited since: one reworded question, one changed answer, one new card. */
async function edited(): Promise<string> {
  const cwd = await temporaryFolder({'kafka.md': first})
  await runCardpress(['kafka.md', '--anki', '--csv'], {cwd})
  await copyFile(join(cwd, 'out/kafka.apkg'), join(cwd, 'last.apkg'))
  await writeFile(join(cwd, 'kafka.md'), second)
  return cwd
}

async function questionsIn(path: string): Promise<readonly (string | undefined)[]> {
  const rows = (await readFile(path, 'utf8')).trim().split('\r\n').slice(1)
  return rows.map((row) => /^[^,]*,("(?:[^"]|"")*"|[^,]*)/.exec(row)?.[1])
}

test('--changed chooses new, reworded and changed cards since the last build, and leaves the lock alone', async () => {
  const cwd = await edited()
  const lock = await readFile(join(cwd, 'cardpress.lock.json'), 'utf8')
  const run = await runCardpress(['kafka.md', '--csv', '--anki', '--changed'], {cwd})
  expect(run).toMatchObject({code: 0, stderr: ''})
  expect(await questionsIn(join(cwd, 'out/kafka-changed.csv'))).toEqual([
    '"What, in Kafka, is a topic?"',
    'What is a broker?',
    'What is a partition?'
  ])
  expect(run.stdout).toMatch(/out\/kafka-changed\.apkg +3 +notes\n/)
  expect(run.stdout).toMatch(/\nAnki finds the 3 changed notes of kafka-questions-kafka by\n"Meta:re:[^\n]+"\n/)
  expect(await readFile(join(cwd, 'cardpress.lock.json'), 'utf8')).toBe(lock)
})

test('--changed compares with a deck handed out, whatever was built since', async () => {
  const cwd = await edited()
  await runCardpress(['kafka.md', '--csv'], {cwd})
  const sinceBuild = await runCardpress(['kafka.md', '--csv', '--changed'], {cwd})
  expect(sinceBuild).toMatchObject({
    code: 2,
    stderr:
      'error: No question of these notes is new, reworded or changed since the last build. Compare with the deck that learners have: `--base last/notes.apkg`.\n'
  })
  const sinceRelease = await runCardpress(['kafka.md', '--csv', '--changed', '--base', 'last.apkg'], {cwd})
  expect(sinceRelease).toMatchObject({code: 0, stderr: ''})
  expect((await questionsIn(join(cwd, 'out/kafka-changed.csv'))).length).toBe(3)
})

test('an errata page is made where something changed, and nowhere else', async () => {
  const cwd = await temporaryFolder({'kafka.md': first})
  await runCardpress(['kafka.md', '--csv'], {cwd})
  await runCardpress(['kafka.md', '--pdf', '--layout', 'errata', '--out', 'same'], {cwd})
  await writeFile(join(cwd, 'kafka.md'), second)
  await runCardpress(['kafka.md', '--pdf', '--layout', 'errata', '--out', 'edited'], {cwd})
  expect((await filesIn(cwd)).filter((name) => name.endsWith('.pdf'))).toEqual(['edited/kafka.errata.pdf'])
})
