import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import type {LockedGuide} from '../../src/lock/lock.ts'
import {type BuildOptions, build} from '../../src/pipeline/build.ts'
import {readBase} from '../../src/read/read-base.ts'
import {type MemoryHost, memoryHost} from '../support/memory-host.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const kafka = '# Kafka\n\n## 1. What is a topic?\n\n**Answer:**\n\nA name.\n\n## 2. What is a broker?\n\n**Answer:**\n\nA server.\n'
const flink = '# Flink\n\n## 1. What is a job?\n\n**Answer:**\n\nA graph.\n'
const stock = {standard: 1731204518371, cloze: 1731204527846}

const theme = (css: string): Partial<BuildOptions> => ({
  templates: {folder: 'mine', files: new Map([['anki/custom.css', css]]), css: ''}
})

/** A build of decks, `seconds` after 1970. */
async function decks(memory: MemoryHost, seconds: number, options: Partial<BuildOptions> = {}) {
  const host = {...memory, nowSeconds: seconds, readAsset: (url: URL) => readFile(url)}
  const result = await build(['/in'], {formats: ['anki'], layouts: [], paper: 'A4', csvFormat: 'anki', ...options}, host)
  const lock: {themes?: Record<string, {look: string; mod: number}>; guides: Record<string, LockedGuide>} = JSON.parse(
    String(memory.files.get('/in/cardpress.lock.json'))
  )
  return {
    lock,
    notetypes: Object.values(lock.guides).map(({notetypes}) => notetypes),
    looks: Object.values(lock.themes ?? {}).map(({mod}) => mod),
    themes: result.guides.map(({guide}) => guide.theme),
    messages: result.sources.flatMap(({file}) => file.messages.map(({reason, ruleId}) => `${reason} ${ruleId}`))
  }
}

test('a guide that begins with a theme has notetypes of the theme; later looks keep them and raise their time', async () => {
  const host = memoryHost({'/in/kafka.md': kafka})
  const first = await decks(host, 6000, theme('a {}'))
  const [ids] = first.notetypes
  expect(ids).not.toEqual(stock)
  expect(first.themes).toEqual([{...ids, modSeconds: 1000}]) // The date of the guide, as for new cards.
  expect((await decks(host, 7000, theme('a {}'))).looks).toEqual([1000])
  const changed = await decks(host, 8000, theme('b {}'))
  expect([changed.notetypes, changed.looks, changed.messages]).toEqual([[ids], [8000], []])
  const again = await decks(host, 8000, theme('c {}'))
  expect(again.themes).toEqual([{...ids, modSeconds: 8001}])
})

test('a deck that is built without its theme keeps its notetypes, and its author is told', async () => {
  const host = memoryHost({'/in/kafka.md': kafka})
  const {notetypes} = await decks(host, 6000, theme('a {}'))
  const csv = await decks(host, 7000, {formats: ['csv']})
  expect([csv.looks, csv.messages]).toEqual([[1000], []])
  const without = await decks(host, 8000)
  expect([without.notetypes, without.looks, without.messages]).toEqual([
    notetypes,
    [8000],
    ['Unexpected deck without its theme, expected `--templates` as in the last build; it gets the stock look deck-theme']
  ])
  expect((await decks(host, 9000)).messages).toEqual([])
})

test('a deck that began with the stock look keeps it, and its author is told', async () => {
  const host = memoryHost({'/in/kafka.md': kafka})
  await decks(host, 6000)
  const late = await decks(host, 7000, theme('a {}'))
  expect([late.notetypes, late.looks, late.themes]).toEqual([[stock], [], [undefined]])
  expect(late.messages).toEqual(['Unexpected theme for a deck that began with the stock look, expected that look; it stays deck-theme'])
})

test('guides of one lock share the notetypes of a look, authors do not', async () => {
  const host = memoryHost({'/in/kafka.md': kafka})
  const {notetypes} = await decks(host, 6000, theme('a {}'))
  await decks(host, 7000, theme('b {}'))
  host.files.set('/in/flink.md', flink)
  const both = await decks(host, 8000, theme('b {}'))
  expect([both.notetypes, both.looks]).toEqual([[...notetypes, ...notetypes], [7000]])
  const other = memoryHost({'/in/kafka.md': `---\nauthor: Ada\n---\n${kafka}`})
  expect((await decks(other, 6000, theme('a {}'))).notetypes).not.toEqual(notetypes)
})

test('a card that moves to a guide of other notetypes keeps its own, until it is back', async () => {
  const host = memoryHost({'/in/kafka.md': kafka})
  const {notetypes} = await decks(host, 6000, theme('a {}'))
  host.files.set('/in/flink.md', flink)
  await decks(host, 7000)
  const broker = kafka.slice(kafka.indexOf('## 2.'))
  host.files.set('/in/kafka.md', kafka.replace(broker, ''))
  host.files.set('/in/flink.md', `${flink}\n${broker}`)
  const moved = await decks(host, 8000, theme('b {}'))
  const cards = Object.values(moved.lock.guides.flink?.cards ?? {})
  expect([moved.lock.guides.flink?.notetypes, cards.map(({notetype}) => notetype)]).toEqual([stock, [notetypes[0]?.standard, undefined]])
  host.files.set('/in/kafka.md', kafka)
  host.files.set('/in/flink.md', flink)
  const back = await decks(host, 9000, theme('b {}'))
  expect(Object.values(back.lock.guides.kafka?.cards ?? {}).map(({notetype}) => notetype)).toEqual([undefined, undefined])
})

test('the last deck tells notetypes and look of a theme where the lock is lost', async () => {
  const host = memoryHost({'/in/kafka.md': kafka})
  const {lock} = await decks(host, 6000, theme('a { src: url("data:font/woff2;base64,Rg==") }'))
  const base = await readBase([await temporaryFolder({'kafka.apkg': host.files.get('/out/kafka.apkg') ?? ''})])
  expect(base.themes).toEqual(lock.themes)
  host.files.delete('/in/cardpress.lock.json')
  const rebuilt = await decks(host, 7000, {...theme('b {}'), base})
  expect([rebuilt.notetypes, rebuilt.looks, rebuilt.messages]).toEqual([[lock.guides.kafka?.notetypes], [7000], []])
})
