import {readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const kafka = `# Kafka

## 1. What is a topic?

**Answer:**

A named log of records.

## 2. What is a broker?

**Answer:**

A server that keeps logs.

## 3. What is a stream?

**Answer:**

An endless table.
`
const reworded = kafka.replace('What is a topic?', 'What is a Kafka topic?').replace(/## 2[\s\S]*?logs\.\n\n/, '')

test('a release from a clean checkout: frozen locks fail, the base deck stands in for a lost lock, removed cards are listed', async () => {
  const cwd = await temporaryFolder({'kafka.md': kafka})
  const env = {SOURCE_DATE_EPOCH: '1767225600'}
  expect((await runCardpress(['kafka.md', '--anki', '--frozen-lock'], {cwd, env})).code).toBe(1)
  expect((await runCardpress(['kafka.md', '--anki'], {cwd, env})).code).toBe(0)
  expect((await runCardpress(['kafka.md', '--anki', '--frozen-lock'], {cwd, env})).code).toBe(0)

  await writeFile(join(cwd, 'kafka.md'), reworded)
  const lock = await readFile(join(cwd, 'cardpress.lock.json'))
  const frozen = await runCardpress(['kafka.md', '--anki', '--frozen-lock'], {cwd, env})
  expect([frozen.code, frozen.stderr]).toEqual([
    1,
    `error: ${join(cwd, 'cardpress.lock.json')} would change. Build without --frozen-lock, commit the lock with the sources, and try again.\n`
  ])
  expect(await readFile(join(cwd, 'cardpress.lock.json'))).toEqual(lock)

  const diff = await runCardpress(['diff', 'kafka.md'], {cwd, env})
  expect(diff.stdout.replace(/"Meta.*/, '"Meta..')).toMatchInlineSnapshot(`
    "kafka.md   1 reworded, 1 removed, 1 as before
      reworded   M1D   What is a Kafka topic?    kafka.md:3 (known by its answer)
      removed    BH9   still in Anki, found by   "Meta..
    "
  `)
  const released = {SOURCE_DATE_EPOCH: '1767312000'}
  await runCardpress(['kafka.md', '--anki', '--out', 'kept'], {cwd, env: released})
  await rename(join(cwd, 'cardpress.lock.json'), join(cwd, 'lost.json'))
  const recovered = await runCardpress(['kafka.md', '--anki', '--out', 'recovered', '--base', 'kept', '--removed-list', 'gone.txt'], {
    cwd,
    env: released
  })
  expect(recovered.stdout).toContain('2   notes   2 as before')
  expect(await readFile(join(cwd, 'recovered/kafka.apkg'))).toEqual(await readFile(join(cwd, 'kept/kafka.apkg')))
  const byDeck = await readFile(join(cwd, 'gone.txt'), 'utf8')

  await rename(join(cwd, 'lost.json'), join(cwd, 'cardpress.lock.json'))
  await runCardpress(['diff', 'kafka.md', '--removed-list', 'gone.txt'], {cwd, env: released})
  const byLock = await readFile(join(cwd, 'gone.txt'), 'utf8')
  expect(byLock.split('\n')).toEqual([
    ...['#separator:Tab', '#html:true', '#guid column:1', '#notetype column:2', '#tags column:3'],
    expect.stringMatching(/^"[\dA-Za-z]{14}"\t"Cardpress Q&A"\t"cardpress::removed"$/),
    ''
  ])
  // The package carries what the lock knows of cards that are gone.
  expect(byDeck).toBe(byLock)
  expect((await runCardpress(['kafka.md', '--anki', '--restamp'], {cwd, env: released})).stdout).toContain(
    '2 as before, 2 of them restamped'
  )
}, 300_000)

test('the difference as Markdown is a table with a fold', async () => {
  const cwd = await temporaryFolder({'kafka.md': kafka.replace('# Kafka', '# Kafka | *Streams*')})
  const {stdout} = await runCardpress(['diff', 'kafka.md', '--markdown'], {cwd})
  expect(stdout).toMatchInlineSnapshot(`
    "### Decks

    | Deck | new | reworded | changed | moved | removed | unchanged |
    | :--- | ---: | ---: | ---: | ---: | ---: | ---: |
    | Kafka \\| Streams | 3 |  |  |  |  |  |

    <details><summary>Kafka \\| Streams: 3 cards</summary>

    - **new** What is a topic? <sub>M1D, kafka.md:3</sub>
    - **new** What is a broker? <sub>BH9, kafka.md:9</sub>
    - **new** What is a stream? <sub>97S, kafka.md:15</sub>

    </details>
    "
  `)
})
