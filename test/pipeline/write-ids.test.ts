import {expect, test} from 'vitest'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {writeIds} from '../../src/pipeline/write-ids.ts'
import {type MemoryHost, memoryHost} from '../support/memory-host.ts'

async function idsOf(host: MemoryHost): Promise<readonly string[]> {
  const {guides, locks} = await settleGuides(await readDrafts(await host.readSources([])), host)
  for (const {path, text} of locks) host.files.set(path, text)
  return guides.flatMap(({guide}) => guide.cards.map(({id}) => id))
}

const headings =
  '# Kafka\r\n\r\n## 1. What is a topic?\r\n\r\n**Answer:**\r\n\r\nA log.\r\n\r\n## 2. What is a broker? ##\r\n\r\n**Answer:**\r\n\r\nA server.\r\n'

test('ids are written as comments behind the questions, line ends and the rest of the file stay', async () => {
  const host = memoryHost({'/in/kafka.md': headings})
  const [topic, broker] = await idsOf(host)
  expect(await writeIds([], {}, host)).toEqual([{path: '/in/kafka.md', written: 2, left: 0}])
  expect(host.files.get('/in/kafka.md')).toBe(
    headings.replace('topic?', `topic? <!-- id: ${topic} -->`).replace('broker? ##', `broker? <!-- id: ${broker} --> ##`)
  )
  expect(await idsOf(host)).toEqual([topic, broker])
  expect(await writeIds([], {}, host)).toEqual([])
})

test('with its id in the source a card is known whatever else changes', async () => {
  const host = memoryHost({'/in/kafka.md': headings})
  const [topic] = await idsOf(host)
  await writeIds([], {}, host)
  const text = String(host.files.get('/in/kafka.md')).replace('What is a topic?', 'Why logs?').replace('A log.', 'For replay.')
  host.files.delete('/in/kafka.md')
  host.files.set('/in/other.md', `${text.slice(0, text.indexOf('## 2'))}## 2. What else?\r\n\r\n**Answer:**\r\n\r\nNothing.\r\n`)
  expect((await idsOf(host))[0]).toBe(topic)
})

test('where a comment would change what is read the file stays as it is', async () => {
  const table = '| Question | Answer |\n|---|---|\n| What is a topic? | A log. |\n| What is a broker? | A server. |\n'
  const host = memoryHost({'/in/table.md': table})
  expect((await idsOf(host)).length).toBe(2)
  expect(await writeIds([], {}, host)).toEqual([{path: '/in/table.md', written: 0, left: 2}])
  expect(host.files.get('/in/table.md')).toBe(table)
})

const three = (one: (question: string, answer: string) => string) =>
  `# Kafka questions\n\n${one('What is a topic?', 'A named log.')}${one('What is a broker?', 'A server.')}${one('Why is it fast?', 'It appends.')}`

test.for<[string, string, number]>([
  ['bold lines', three((question, answer) => `**${question}**\n\n${answer}\n\n`), 3],
  ['labels', three((question, answer) => `Q: ${question}\nA: ${answer}\n\n`), 0],
  ['folds', three((question, answer) => `<details>\n<summary>${question}</summary>\n\n${answer}\n\n</details>\n\n`), 3],
  ['lists', three((question, answer) => `1. ${question}\n\n   ${answer}\n\n`), 3]
])('ids in %s are written where they read back the same, and nowhere else', async ([, text, written]) => {
  const host = memoryHost({'/in/x.md': text})
  const before = await idsOf(host)
  expect(before.length).toBe(3)
  expect(await writeIds([], {}, host)).toEqual([{path: '/in/x.md', written, left: 3 - written}])
  expect(host.files.get('/in/x.md') === text).toBe(written === 0)
  expect(await idsOf(host)).toEqual(before)
})
