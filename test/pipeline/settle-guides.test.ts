import {expect, test} from 'vitest'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {type MemoryHost, memoryHost} from '../support/memory-host.ts'

const kafka = '# Kafka\n\n## 1. What is a topic?\n\n**Answer:**\n\nA name.\n\n## 2. What is a broker?\n\n**Answer:**\n\nA server.\n'

/** Reads and settles all, and keeps the locks as a build would. */
async function settle(host: MemoryHost) {
  const drafts = await readDrafts(await host.readSources([]))
  const settlement = await settleGuides(drafts, host)
  for (const {path, text} of settlement.locks) host.files.set(path, text)
  return {
    ...settlement,
    messages: drafts.flatMap(({source}) =>
      source.file.messages.map((message) => `${message.file}:${message.line ?? ''}: ${message.reason} ${message.ruleId}`)
    )
  }
}

const summary = ({guides}: Awaited<ReturnType<typeof settle>>) =>
  guides.map(({guide, changes}) => ({id: guide.id, title: guide.title, deck: guide.deck, output: guide.outputName, changes}))

test('a guide is named by its title and file, its deck by folder and title', async () => {
  const host = memoryHost({'/in/streaming_tools/kafka.md': kafka.replace('# Kafka', '# Kafka: the basics')})
  expect(summary(await settle(host))).toEqual([
    {
      id: 'kafka-the-basics-kafka',
      title: 'Kafka: the basics',
      deck: 'Streaming tools::Kafka: the basics',
      output: 'streaming_tools/kafka',
      changes: {new: 2, changed: 0, same: 0}
    }
  ])
})

test('a guide keeps id and deck by the lock when its title changes', async () => {
  const host = memoryHost({'/in/kafka.md': kafka})
  await settle(host)
  host.files.set('/in/kafka.md', kafka.replace('# Kafka', '# Apache Kafka'))
  expect(summary(await settle(host))).toEqual([
    {id: 'kafka', title: 'Apache Kafka', deck: 'Kafka', output: 'kafka', changes: {new: 0, changed: 0, same: 2}}
  ])
})

test('the id in the front matter wins', async () => {
  const host = memoryHost({'/in/kafka.md': `---\nid: mine\ntitle: My Kafka\ndate: 1970-01-01T00:30:00Z\ndeck: Work::K\n---\n${kafka}`})
  const settlement = await settle(host)
  expect(summary(settlement)).toEqual([
    {id: 'mine', title: 'My Kafka', deck: 'Work::K', output: 'kafka', changes: {new: 2, changed: 0, same: 0}}
  ])
  expect(settlement.guides[0]?.guide.cards.map(({modSeconds}) => modSeconds)).toEqual([1800, 1800])
  expect(settlement.guides[0]?.guide.dateSeconds).toBe(1800)
})

test('an unchanged source changes no lock', async () => {
  const host = memoryHost({'/in/kafka.md': kafka})
  expect((await settle(host)).locks.length).toBe(1)
  expect((await settle(host)).locks).toEqual([])
})

test('a picture that changed makes its card new to look at, one that is missing is told', async () => {
  const text = '## 1. What?\n\n**Answer:**\n\n![a](a.png)\n\n## 2. Why?\n\n**Answer:**\n\n![b](b.png) ![far](https://example.org/x.png)\n'
  const host = memoryHost({'/in/x.md': text, '/in/a.png': 'one'})
  expect((await settle(host)).messages).toEqual([
    '/in/x.md:11: Unexpected image `b.png`, expected a file that exists missing-image',
    '/in/x.md:11: Unexpected image on another machine `https://example.org/x.png`, expected a local file; its description stands in remote-image'
  ])
  host.files.set('/in/a.png', 'two')
  expect((await settle(host)).guides[0]?.changes).toEqual({new: 0, changed: 1, same: 1})
})

test('two guides with one id are an error on the second', async () => {
  const host = memoryHost({'/in/a.md': `---\nid: x\n---\n${kafka}`, '/in/b.md': `---\nid: x\n---\n${kafka}`})
  const {guides, messages} = await settle(host)
  expect([guides.length, messages]).toEqual([
    1,
    ['/in/b.md:: Unexpected guide id `x` that `/in/a.md` has too, expected one of its own duplicate-guide-id']
  ])
})

test('a damaged lock makes no guide and stays as it is', async () => {
  const host = memoryHost({'/in/kafka.md': kafka, '/in/cardpress.lock.json': '{\n<<<<<<< HEAD\n'})
  const {guides, locks, messages} = await settle(host)
  expect({guides, locks, messages}).toEqual({
    guides: [],
    locks: [],
    messages: [
      '/in/kafka.md:: Unexpected merge conflict marks in `/in/cardpress.lock.json` line 2, expected a lock that can be read damaged-lock'
    ]
  })
})

test('no output is ever called collection.apkg', async () => {
  expect(summary(await settle(memoryHost({'/in/collection.md': kafka})))[0]?.output).toBe('collection-cards')
})
