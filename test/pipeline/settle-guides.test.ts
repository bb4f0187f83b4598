import {expect, test} from 'vitest'
import {toPlainText} from '../../src/mdast/to-plain-text.ts'
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
      changes: {new: 2, changed: 0, restamped: 0, same: 0}
    }
  ])
})

test('a title inside HTML is shown, and no part of the id', async () => {
  const html = '<div align="center">\n  <img src="logo.png">\n  <h1>Kafka, asked</h1>\n</div>'
  const host = memoryHost({'/in/kafka.md': kafka.replace('# Kafka', html)})
  expect(summary(await settle(host))).toEqual([
    {id: 'kafka', title: 'Kafka, asked', deck: 'Kafka, asked', output: 'kafka', changes: {new: 2, changed: 0, restamped: 0, same: 0}}
  ])
})

test('a guide keeps id and deck by the lock when its title changes', async () => {
  const host = memoryHost({'/in/kafka.md': kafka})
  await settle(host)
  host.files.set('/in/kafka.md', kafka.replace('# Kafka', '# Apache Kafka'))
  expect(summary(await settle(host))).toEqual([
    {id: 'kafka', title: 'Apache Kafka', deck: 'Kafka', output: 'kafka', changes: {new: 0, changed: 0, restamped: 0, same: 2}}
  ])
})

test('the id in the front matter wins', async () => {
  const host = memoryHost({'/in/kafka.md': `---\nid: mine\ntitle: My Kafka\ndate: 1970-01-01T00:30:00Z\ndeck: Work::K\n---\n${kafka}`})
  const settlement = await settle(host)
  expect(summary(settlement)).toEqual([
    {id: 'mine', title: 'My Kafka', deck: 'Work::K', output: 'kafka', changes: {new: 2, changed: 0, restamped: 0, same: 0}}
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
  expect((await settle(host)).guides[0]?.changes).toEqual({new: 0, changed: 1, restamped: 0, same: 1})
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

/** A file of questions, each with its answer. */
function notes(title: string, cards: Readonly<Record<string, string>>, front = ''): string {
  const blocks = Object.entries(cards).map(([question, answer], index) => `## ${index + 1}. ${question}\n\n**Answer:**\n\n${answer}\n`)
  return `${front}# ${title}\n\n${blocks.join('\n')}`
}

/** By guide: each card's question, its origin where that is another guide, what happened to it and how it was known. */
const cardsOf = ({guides, lost}: Awaited<ReturnType<typeof settle>>) => ({
  ...Object.fromEntries(
    guides.map(({guide, settled, removed}) => [
      guide.id,
      [
        ...guide.cards.map(({guideId, question}, index) =>
          `${toPlainText(question)} ${guideId === guide.id ? '' : `(${guideId}) `}${settled[index]?.change} ${settled[index]?.matchedBy ?? ''}`.trim()
        ),
        ...removed.map((id) => `- ${id}`)
      ]
    ])
  ),
  ...(lost.size > 0 && {lost: Object.fromEntries([...lost].map(([id, cards]) => [id, cards.length]))})
})

const topic = {'What is a topic?': 'A named log of records.'}
const broker = {'What is a broker?': 'A server that keeps logs.'}
const stream = {'What is a stream?': 'An endless table.'}
const table = {'What is a table?': 'The latest of each key.'}
const join = {'What is a join?': 'Two streams made one.'}

test('a question moved to another file keeps the guide it comes from, and its deck hears of it', async () => {
  const host = memoryHost({
    '/in/kafka.md': notes('Kafka', {...topic, ...broker}),
    '/in/streams.md': notes('Streams', {...stream, ...table})
  })
  const before = await settle(host)
  host.files.set('/in/kafka.md', notes('Kafka', broker))
  host.files.set('/in/streams.md', notes('Streams', {...stream, ...table, ...topic}))
  const after = await settle(host)
  expect(cardsOf(after)).toEqual({
    kafka: ['What is a broker? same question and place'],
    streams: [
      'What is a stream? same question and place',
      'What is a table? same question and place',
      'What is a topic? (kafka) changed question'
    ]
  })
  expect(after.guides[1]?.guide.cards[2]?.id).toBe(before.guides[0]?.guide.cards[0]?.id)
  expect((await settle(host)).locks).toEqual([])
  host.files.set('/in/kafka.md', notes('Kafka', {...broker, ...topic}))
  const copied = await settle(host)
  expect(copied.guides[0]?.guide.cards[1]?.id).toBe(`${before.guides[0]?.guide.cards[0]?.id}-2`)
})

test('a file that is renamed with its title is the same guide in the same deck', async () => {
  const host = memoryHost({'/in/kafka.md': notes('Kafka', {...topic, ...broker, ...stream})})
  await settle(host)
  host.files.delete('/in/kafka.md')
  host.files.set('/in/basics.md', notes('The basics', {...topic, ...broker, ...table}))
  const after = await settle(host)
  expect(summary(after)).toMatchObject([{id: 'kafka', title: 'The basics', deck: 'Kafka', output: 'basics'}])
  const kept =
    '/in/basics.md:: Unexpected title `The basics` above cards of the deck `Kafka`, expected the same name; the deck keeps its own kept-deck'
  expect(after.messages).toEqual([
    '/in/basics.md:: Unexpected questions of `kafka.md`, which is gone, read as that guide renamed renamed-guide',
    kept
  ])
  expect((await settle(host)).messages).toEqual([kept])
})

test('a file split in two leaves its guide to the greater part, and all its cards their origin', async () => {
  const host = memoryHost({'/in/all.md': notes('All', {...topic, ...broker, ...stream, ...table, ...join})})
  await settle(host)
  host.files.delete('/in/all.md')
  host.files.set('/in/kafka.md', notes('Kafka', {...topic, ...broker, ...join}))
  host.files.set('/in/streams.md', notes('Streams', stream))
  expect(cardsOf(await settle(host))).toEqual({
    all: [
      'What is a topic? same question and place',
      'What is a broker? same question and place',
      'What is a join? same question and place',
      expect.stringMatching(/^- /)
    ],
    streams: ['What is a stream? (all) changed question']
  })
})

test('two files merged into one keep all their cards; what nobody took is told as lost', async () => {
  const host = memoryHost({'/in/a.md': notes('A', {...topic, ...broker, ...join}), '/in/b.md': notes('B', {...stream, ...table})})
  await settle(host)
  host.files.delete('/in/a.md')
  host.files.delete('/in/b.md')
  host.files.set('/in/c.md', notes('C', {...topic, ...broker, ...stream, ...table}))
  const after = await settle(host)
  expect(cardsOf(after)).toEqual({
    c: [
      'What is a topic? (a) changed question',
      'What is a broker? (a) changed question',
      'What is a stream? (b) changed question',
      'What is a table? (b) changed question'
    ],
    lost: {a: 1}
  })
  expect(cardsOf(await settle(host)).lost).toBe(undefined)
})

test('an id written into the front matter renames the guide and not the guids', async () => {
  const host = memoryHost({'/in/kafka.md': notes('Kafka', topic)})
  await settle(host)
  host.files.set('/in/kafka.md', notes('Kafka', topic, '---\nid: mine\n---\n'))
  expect(cardsOf(await settle(host))).toEqual({mine: ['What is a topic? (kafka) changed question and place']})
  expect(cardsOf(await settle(host))).toEqual({mine: ['What is a topic? (kafka) same question and place']})
})

/** Settles one of the files alone, as a run that names only it. */
async function settleOnly(host: MemoryHost, path: string) {
  const drafts = await readDrafts((await host.readSources([])).filter(({relative}) => relative === path))
  const {guides} = await settleGuides(drafts, host)
  return {guides, messages: drafts.flatMap(({source}) => source.file.messages.map(({line, ruleId}) => `${line ?? ''} ${ruleId}`.trim()))}
}

test('a namesake in another folder gets an id of its own, a copy is the same guide', async () => {
  const host = memoryHost({'/in/kafka.md': notes('Kafka', topic)})
  await settle(host)
  host.files.set('/in/more/kafka.md', notes('Kafka', stream))
  const namesake = await settleOnly(host, 'more/kafka.md')
  expect([namesake.guides.map(({guide}) => guide.id), namesake.messages]).toEqual([['more-kafka'], ['duplicate-guide-id']])
  host.files.set('/in/more/kafka.md', notes('Kafka', {'What is a topic?': 'A log.'}))
  const copy = await settleOnly(host, 'more/kafka.md')
  expect([copy.guides.map(({guide, changes}) => [guide.id, changes.changed]), copy.messages]).toEqual([[['kafka', 1]], []])
})

test('a question that stands in a file outside of this run is new, with a warning', async () => {
  const host = memoryHost({'/in/kafka.md': notes('Kafka', {...topic, ...broker})})
  await settle(host)
  host.files.set('/in/streams.md', notes('Streams', {...stream, ...topic}))
  const {guides, messages} = await settleOnly(host, 'streams.md')
  expect([guides[0]?.changes.new, messages]).toEqual([2, ['9 known-elsewhere']])
})

test('a card that could be either of two is new, with a warning that names both', async () => {
  const host = memoryHost({'/in/kafka.md': notes('Kafka', {...topic, ...broker, ...stream, ...table})})
  const ids = (await settle(host)).guides[0]?.guide.cards.map(({id}) => id)
  host.files.set('/in/kafka.md', notes('Kafka', {...topic, 'Why?': 'It is so because of that.', 'How?': 'By magic and by hand.', ...table}))
  const {messages, guides} = await settle(host)
  expect(guides[0]?.changes).toEqual({new: 2, changed: 0, restamped: 0, same: 2})
  expect(messages[0]).toMatch(
    `/in/kafka.md:9: Unexpected question that could be \`${ids?.[1]}\` or \`${ids?.[2]}\` of the last build, expected words that tell which; it becomes the new card`
  )
})

test('a title that moved away from the name of the deck is remarked', async () => {
  const host = memoryHost({'/in/x.md': notes('X', topic)})
  await settle(host)
  host.files.set('/in/x.md', notes('Y', topic))
  expect((await settle(host)).messages).toEqual([
    '/in/x.md:: Unexpected title `Y` above cards of the deck `X`, expected the same name; the deck keeps its own kept-deck'
  ])
})

test('short answers tell nothing, where they stand does', async () => {
  const host = memoryHost({'/in/x.md': notes('X', {'Is it fair?': 'No.', ...broker, ...stream, ...table})})
  await settle(host)
  host.files.set('/in/x.md', notes('X', {...broker, ...stream, 'Is it fast?': 'No.', ...table}))
  expect((await settle(host)).guides[0]?.changes).toEqual({new: 1, changed: 0, restamped: 0, same: 3})
})

test('tags in the front matter stand on each note, so a change of them reaches each', async () => {
  const host = memoryHost({'/in/x.md': notes('X', topic)})
  await settle(host)
  host.files.set('/in/x.md', notes('X', topic, '---\ntags: [exam]\n---\n'))
  expect((await settle(host)).guides[0]?.changes.changed).toBe(1)
})

test('a deck name in the front matter that comes too late is told', async () => {
  const host = memoryHost({'/in/x.md': notes('X', topic)})
  await settle(host)
  host.files.set('/in/x.md', notes('X', topic, '---\ndeck: Other\n---\n'))
  const after = await settle(host)
  expect([after.guides[0]?.guide.deck, after.messages]).toEqual([
    'X',
    ['/in/x.md:: Unexpected deck `Other` in the front matter, expected `X` as in the last build; that one stays kept-deck']
  ])
})

test('a reworded multiple choice question is known by its choices', async () => {
  const quiz = (stem: string, other: string) =>
    `# Quiz\n\n### Q1. ${stem}\n\n- [ ] a topic\n- [x] a broker\n- [ ] a record\n\n### Q2. ${other}\n\n- [x] seven days\n- [ ] a year\n\n### Q3. Which is a log?\n\n- [x] a partition\n- [ ] a group\n`
  const host = memoryHost({'/in/quiz.md': quiz('Which keeps logs?', 'How long by default?')})
  await settle(host)
  host.files.set('/in/quiz.md', quiz('Which one keeps the logs?', 'How long are records kept?'))
  const {guides} = await settle(host)
  expect(guides[0]?.settled.map(({matchedBy}) => matchedBy)).toEqual(['answer', 'answer', 'question and place'])
})
