import {expect, test} from 'vitest'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {memoryHost} from '../support/memory-host.ts'

const text =
  '# Kafka & more\n\n## Why?\n\n**Answer:**\n\nBecause.\n\n## Why?\n\n**Answer:**\n\nSo.\n\n## What is `a::b`?\n\n**Answer:**\n\nC++.\n'

test('cards link to the heading of their question, by path from the lock', async () => {
  const host = memoryHost({'/in/my notes/kafka.md': text})
  const drafts = await readDrafts(await host.readSources([]))
  const {guides} = await settleGuides(drafts, host, {sourceUrl: 'https://example.org/blob/main'})
  expect(guides[0]?.guide.cards.map(({sourceUrl}) => sourceUrl)).toEqual([
    'https://example.org/blob/main/my%20notes/kafka.md#why',
    'https://example.org/blob/main/my%20notes/kafka.md#why-1',
    'https://example.org/blob/main/my%20notes/kafka.md#what-is-ab'
  ])
})

test('folders become tags by way of the deck name, front matter adds its own', async () => {
  const host = memoryHost({'/in/java/streams.md': text, '/in/kafka.md': `---\ntags: [exam]\n---\n${text}`})
  const {guides} = await settleGuides(await readDrafts(await host.readSources([])), host)
  expect(guides.map(({guide}) => guide.tags)).toEqual([['Java'], ['exam']])
})
