import {expect, test} from 'vitest'
import {emptyLock, type Lock, parseLock} from '../../src/lock/lock.ts'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {reportKeptPictures} from '../../src/pipeline/report-kept-pictures.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {type MemoryHost, memoryHost} from '../support/memory-host.ts'

const address = 'https://example.org/travel.png'
const notes = `# Kafka\n\n## 1. How does a record travel?\n\n**Answer:**\n\nSo: ![path](${address})\n\n## 2. What is a broker?\n\n**Answer:**\n\nA server.\n`
const lockPath = '/in/cardpress.lock.json'

/** One build: settles, keeps the lock, and says what it did to the two cards. */
async function build(host: MemoryHost, options: {base?: Lock} = {}) {
  const drafts = await readDrafts(await host.readSources([]))
  const settlement = await settleGuides(drafts, host, options)
  if (!host.fetchMedia) reportKeptPictures(settlement.guides)
  for (const {path, text} of settlement.locks) host.files.set(path, text)
  const [settled] = settlement.guides
  return {
    changes: settled?.settled.map(({change}) => change),
    mods: settled?.guide.cards.map(({modSeconds}) => modSeconds),
    pictures: [...(settled?.guide.media.keys() ?? [])],
    told: drafts.flatMap(({source}) => source.file.messages.map(({ruleId, fatal}) => `${ruleId} ${fatal === false ? 'warning' : 'info'}`))
  }
}

/** Hosts over the same files: one day the web answers, another day it does not, or nobody asks it. */
function days(pictures: Map<string, string>) {
  const online = memoryHost({'/in/kafka.md': notes}, pictures)
  const {fetchMedia, ...without} = online
  const silent = {...online, fetchMedia: async (url: string) => ({ruleId: 'unfetched-image', reason: `Unexpected silence for \`${url}\``})}
  return {online, silent, without}
}

test('a picture that does not come another time leaves its card as it was: same hash, same time, same lock', async () => {
  const {online, silent, without} = days(new Map([[address, 'one']]))
  expect(await build(online)).toEqual({changes: ['new', 'new'], mods: [1000, 1000], pictures: [address], told: []})
  const lock = online.files.get(lockPath)
  expect(await build(silent)).toEqual({changes: ['same', 'same'], mods: [1000, 1000], pictures: [], told: ['unfetched-image warning']})
  expect(online.files.get(lockPath)).toBe(lock)
  expect(await build(without)).toEqual({
    changes: ['same', 'same'],
    mods: [1000, 1000],
    pictures: [],
    told: ['remote-image info', 'unfetched-image warning']
  })
  expect(online.files.get(lockPath)).toBe(lock)
  expect((await build(online)).changes).toEqual(['same', 'same'])
})

test('a picture that has become another one is an edit', async () => {
  const pictures = new Map([[address, 'one']])
  const {online} = days(pictures)
  await build(online)
  pictures.set(address, 'two')
  expect(await build(online)).toMatchObject({changes: ['changed', 'same'], mods: [5000, 1000]})
})

test('the first build that fetches brings the picture to those who have the card without it', async () => {
  const {online, without} = days(new Map([[address, 'one']]))
  expect(await build(without)).toMatchObject({changes: ['new', 'new'], told: ['remote-image info']})
  expect(String(online.files.get(lockPath))).not.toContain('pictures')
  expect(await build(online)).toMatchObject({changes: ['changed', 'same'], mods: [5000, 1000]})
})

test('a card edited while its picture was out of reach goes out without it, and again when the picture is there', async () => {
  const {online, silent} = days(new Map([[address, 'one']]))
  await build(online)
  online.files.set('/in/kafka.md', notes.replace('So:', 'Like so:'))
  expect(await build(silent)).toMatchObject({changes: ['changed', 'same'], mods: [5000, 1000]})
  expect(await build(online)).toMatchObject({changes: ['changed', 'same'], mods: [5001, 1000]})
  expect(await build(silent)).toMatchObject({changes: ['same', 'same'], mods: [5001, 1000]})
})

test('the lock holds fingerprints of pictures on their card, and no address', async () => {
  const {online} = days(new Map([[address, 'one']]))
  await build(online)
  const text = String(online.files.get(lockPath))
  expect(text).not.toContain('example.org')
  const lock = parseLock(text)
  const cards = 'problem' in lock ? [] : Object.values(lock.guides.kafka?.cards ?? {})
  expect(cards.map(({pictures}) => Object.values(pictures ?? {}))).toContainEqual(['one'])
  expect(cards.filter(({pictures}) => pictures === undefined).length).toBe(1)
})

test('the last deck knows the picture as the lock does', async () => {
  const {online, silent} = days(new Map([[address, 'one']]))
  await build(online)
  const lock = parseLock(String(online.files.get(lockPath)))
  const base = 'problem' in lock ? emptyLock() : lock
  online.files.delete(lockPath)
  expect(await build(silent, {base})).toMatchObject({changes: ['same', 'same'], mods: [1000, 1000]})
})
