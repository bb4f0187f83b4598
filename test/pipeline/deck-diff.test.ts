import {expect, test} from 'vitest'
import {parseLock} from '../../src/lock/lock.ts'
import {deckDiff, removedEver} from '../../src/pipeline/deck-diff.ts'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {type MemoryHost, memoryHost} from '../support/memory-host.ts'

const questions = {
  'What is a topic?': 'A named log of records.',
  'What is a broker?': 'A server that keeps logs.',
  'What is a stream?': 'An endless table.',
  'What is a table?': 'The latest of each key.',
  'What is a join?': 'Two streams made one.'
}

function notes(cards: Readonly<Record<string, string>>): string {
  return `# Kafka\n\n${Object.entries(cards)
    .map(([question, answer], index) => `## ${index + 1}. ${question}\n\n**Answer:**\n\n${answer}\n`)
    .join('\n')}`
}

async function settle(host: MemoryHost, text: string) {
  host.files.set('/in/kafka.md', text)
  return settleGuides(await readDrafts(await host.readSources([])), host)
}

/** A host whose lock knows the questions. */
async function built(): Promise<MemoryHost> {
  const host = memoryHost({})
  await keep(host, notes(questions))
  return host
}

async function keep(host: MemoryHost, text: string): Promise<void> {
  for (const {path, text: lock} of (await settle(host, text)).locks) host.files.set(path, lock)
}

const {'What is a topic?': topic, 'What is a stream?': stream, 'What is a table?': table} = questions

test('deckDiff() tells new, reworded, changed, moved and removed cards apart', async () => {
  const edited = {
    'What is a table?': table,
    'What is a Kafka topic?': topic,
    'What is a broker?': 'A server.',
    'Why Kafka?': 'Because of replay.',
    'What is a stream?': stream
  }
  const [diff] = deckDiff(await settle(await built(), notes(edited)))
  expect(diff?.counts).toEqual({new: 1, reworded: 1, changed: 1, moved: 1, removed: 1, unchanged: 1})
  expect(diff?.cards.map(({kind, question, knownBy, line}) => [kind, question, knownBy, line])).toEqual([
    ['moved', 'What is a table?', 'question and place', 3],
    ['reworded', 'What is a Kafka topic?', 'answer', 9],
    ['changed', 'What is a broker?', 'question and place', 15],
    ['new', 'Why Kafka?', undefined, 21]
  ])
  expect(diff?.removed).toMatchObject([
    {
      kind: 'standard',
      guid: expect.stringMatching(/^[\dA-Za-z]{14}$/),
      search: expect.stringMatching(/^"Meta:\*\\"card\\":\\"\w{16}\\",\\"guide\\":\\"kafka\\"\*"$/)
    }
  ])
})

test('a first deck is new as a whole, the same again unchanged', async () => {
  const host = memoryHost({})
  expect(deckDiff(await settle(host, notes(questions)))[0]?.counts).toMatchObject({new: 5, unchanged: 0})
  expect(deckDiff(await settle(await built(), notes(questions)))[0]).toMatchObject({counts: {new: 0, unchanged: 5}, cards: [], removed: []})
})

test('a card that is gone is told once, and stays on the list of all that ever went', async () => {
  const host = await built()
  const {'What is a join?': _, ...less} = questions
  await keep(host, notes(less))
  const later = await settle(host, notes(less))
  expect([deckDiff(later)[0]?.counts.removed, removedEver(later).length]).toEqual([0, 1])
})

test('an answer taken away takes the card from the deck, and an open question is no card yet', async () => {
  const host = await built()
  const open = notes({...questions, 'What is a join?': '', 'What is lag?': ''})
  const [diff] = deckDiff(await settle(host, open))
  expect(diff?.counts).toEqual({new: 0, reworded: 0, changed: 0, moved: 0, removed: 1, unchanged: 4})
  await keep(host, open)
  expect(deckDiff(await settle(host, notes(questions)))[0]?.counts).toMatchObject({new: 1, removed: 0, unchanged: 4})
})

test('against a base the difference is to what was released, whatever the lock has seen since', async () => {
  const host = await built()
  const base = parseLock(String(host.files.get('/in/cardpress.lock.json')))
  if ('problem' in base) throw new Error(base.problem)
  const {'What is a join?': _, ...less} = questions
  const edited = notes({'Why Kafka?': 'Because of replay.', ...less, 'What is a topic?': 'A log.'})
  await keep(host, edited)
  const settlement = await settle(host, edited)
  expect(deckDiff(settlement)[0]?.counts).toMatchObject({unchanged: 5})
  expect(deckDiff(settlement, base)[0]?.counts).toEqual({new: 1, reworded: 0, changed: 1, moved: 0, removed: 1, unchanged: 3})
})

test('a file that is gone takes all its cards along', async () => {
  const host = await built()
  host.files.set('/in/other.md', '# Other\n\n## 1. Why?\n\n**Answer:**\n\nBecause it is so.\n')
  host.files.delete('/in/kafka.md')
  const settlement = await settleGuides(await readDrafts(await host.readSources([])), host)
  expect(deckDiff(settlement).map(({id, path, counts}) => [id, path, counts.new, counts.removed])).toEqual([
    ['other', '/in/other.md', 1, 0],
    ['kafka', undefined, 0, 5]
  ])
})
