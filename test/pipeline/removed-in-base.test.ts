import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import type {Lock} from '../../src/lock/lock.ts'
import {type BuildOptions, build} from '../../src/pipeline/build.ts'
import {readBase, toLock} from '../../src/read/read-base.ts'
import {readDeck} from '../../src/read/read-deck.ts'
import {type MemoryHost, memoryHost} from '../support/memory-host.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const lockPath = '/in/cardpress.lock.json'
const text = (...cards: readonly (readonly [string, string])[]) =>
  `# Kafka\n\n${cards.map(([question, answer]) => `## ${question}\n\n**Answer:**\n\n${answer}\n`).join('\n')}`
const topic = ['What is a topic?', 'A named log of records.'] as const
const broker = ['What is a broker?', 'A server that keeps logs.'] as const
const reworded = ['What does a broker do?', 'A server that keeps logs.'] as const

async function release(memory: MemoryHost, seconds: number, kafka: string, options: Partial<BuildOptions> = {}): Promise<Lock> {
  memory.files.set('/in/kafka.md', kafka)
  const host = {...memory, nowSeconds: seconds, readAsset: (url: URL) => readFile(url)}
  await build(['/in'], {formats: ['anki'], layouts: [], paper: 'A4', csvFormat: 'anki', ...options}, host)
  return JSON.parse(String(memory.files.get(lockPath)))
}

async function baseOf(memory: MemoryHost): Promise<Lock> {
  return readBase([await temporaryFolder({'kafka.apkg': memory.files.get('/out/kafka.apkg') ?? ''})])
}

test('a card that was removed releases ago is the same card when it comes back, with nothing but the last deck', async () => {
  const memory = memoryHost({})
  await release(memory, 6000, text(topic, broker))
  await release(memory, 7000, text(topic, reworded))
  await release(memory, 8000, text(topic))
  const {guides} = await release(memory, 9000, text(topic))
  const base = await baseOf(memory)
  const {source: _, ...kafka} = guides.kafka ?? {}
  expect(base.guides.kafka).toEqual(kafka)
  memory.files.delete(lockPath)
  const back = await release(memory, 9500, text(topic, reworded), {base})
  const gone = Object.entries(guides.kafka?.cards ?? {}).find(([, {removed}]) => removed !== undefined)
  expect(gone?.[1].removed).toBe(8000)
  expect(back.guides.kafka?.cards[gone?.[0] ?? '']).toMatchObject({label: gone?.[1].label, mod: 7000})
  expect(Object.keys(back.guides.kafka?.cards ?? {}).length).toBe(2)
})

test('what a package says of removed cards is read with care', async () => {
  const memory = memoryHost({})
  await release(memory, 6000, text(topic))
  const deck = await readDeck(memory.files.get('/out/kafka.apkg') as Uint8Array)
  expect(deck.memory).toBe(undefined)
  const [id = ''] = Object.keys(toLock(deck)?.guides.kafka?.cards ?? {})
  const card = {label: 'K7Q', hash: 'h', question: 'q', mod: 1}
  const removed = {[id]: {...card, removed: 2}, alive: card, junk: {label: 7}, gone: {...card, removed: 2}}
  const cardsWith = (guide: string, value: unknown) =>
    Object.keys(toLock({...deck, memory: {guide, removed: value}})?.guides.kafka?.cards ?? {})
  expect(cardsWith('kafka', removed)).toEqual([id, 'gone'])
  expect(toLock({...deck, memory: {guide: 'kafka', removed}})?.guides.kafka?.cards[id]?.removed).toBe(undefined)
  for (const junk of [undefined, null, 'x', [1], {__proto__: null}]) expect(cardsWith('kafka', junk)).toEqual([id])
  expect(cardsWith('other', removed)).toEqual([id])
})
