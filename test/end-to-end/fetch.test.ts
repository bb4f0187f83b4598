import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, onTestFinished, test, vi} from 'vitest'
import {createHost} from '../../src/cli/host.ts'
import {build} from '../../src/pipeline/build.ts'
import {readBase} from '../../src/read/read-base.ts'
import {readDeck} from '../../src/read/read-deck.ts'
import {pictureServer, png} from '../support/picture-server.ts'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const guide = (address: string) =>
  `# Kafka\n\n## 1. How does a record travel?\n\n**Answer:** ![path](${address}/travel.png)\n\n## 2. What is a broker?\n\n**Answer:** A server.\n`
const choices = {formats: ['anki', 'csv'], layouts: ['cheatsheet'], paper: 'A4', csvFormat: 'sheet'} as const
const onlyHere = {isPermitted: (address: string) => address === '127.0.0.2'}

/** Builds in a folder with a cache of its own, as the command does but for the addresses that may be asked. */
async function buildIn(folder: string, out: string, fetch: false | typeof onlyHere) {
  const host = createHost({out: join(folder, out), fetch})
  onTestFinished(() => host.close())
  return build([join(folder, 'kafka.md')], choices, host)
}

test('--fetch brings a picture into the deck, the cache brings it again without a network, byte for byte', async () => {
  const folder = await temporaryFolder()
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  vi.stubEnv('SOURCE_DATE_EPOCH', '1767225600')
  onTestFinished(() => void vi.unstubAllEnvs())
  let isOnline = true
  const {address, visits} = await pictureServer((_, response) => (isOnline ? response.end(png) : response.destroy()))
  await writeFile(join(folder, 'kafka.md'), guide(address))

  await buildIn(folder, 'one', onlyHere)
  const {media, notes} = await readDeck(await readFile(join(folder, 'one/kafka.apkg')))
  const [, name = ''] = /<img src="(cp-[\da-f]{16}\.png)" alt="path">/.exec(notes.map(({fields}) => fields.get('Answer')).join()) ?? []
  expect(Buffer.from(media(name) ?? [])).toEqual(png)

  isOnline = false
  const lock = await readFile(join(folder, 'cardpress.lock.json'), 'utf8')
  vi.stubEnv('SOURCE_DATE_EPOCH', '1767312000')
  await buildIn(folder, 'two', onlyHere)
  expect(visits).toEqual(['/travel.png'])
  expect(await readFile(join(folder, 'two/kafka.apkg'))).toEqual(await readFile(join(folder, 'one/kafka.apkg')))

  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'empty cache'))
  const {sources} = await buildIn(folder, 'three', onlyHere)
  expect(sources.flatMap(({file}) => file.messages.map(({reason}) => reason.replace(/:\d+/, '')))).toEqual([
    'Unexpected failure (ECONNRESET) for image `http://127.0.0.2/travel.png`, expected the picture'
  ])
  expect(await readFile(join(folder, 'cardpress.lock.json'), 'utf8')).toBe(lock)
  const timesOf = async (out: string) => Object.values((await readBase([join(folder, out)])).guides.kafka?.cards ?? {}).map(({mod}) => mod)
  expect(await timesOf('three')).toEqual(await timesOf('one'))
})

test('the command asks nobody without --fetch, and with it nobody inside', async () => {
  const {address, visits} = await pictureServer((_, response) => response.end(png), '127.0.0.1')
  const cwd = await temporaryFolder({'kafka.md': guide(address)})
  await mkdir(join(cwd, 'cache'))
  const env = {XDG_CACHE_HOME: join(cwd, 'cache')}
  const without = await runCardpress(['kafka.md', '--anki', '--all'], {cwd, env})
  expect([without.code, without.stderr]).toEqual([0, expect.stringContaining('Or build with `--fetch`: without it nothing is fetched.')])
  const inside = await runCardpress(['kafka.md', '--anki', '--fetch'], {cwd, env})
  expect(inside.code).toBe(0)
  expect(inside.stderr.replaceAll(/:\d{4,5}/g, '')).toMatchInlineSnapshot(`
    "kafka.md
    5:13-5:55 warning Unexpected address 127.0.0.1, which is not public, for image \`http://127.0.0.1/travel.png\`, expected the picture unfetched-image cardpress
      [note]:
        Its description stands in. A card that learners have with the picture stays as it is; build again before you hand the deck to others.

    ⚠ 1 warning
    "
  `)
  expect(visits).toEqual([])
})
