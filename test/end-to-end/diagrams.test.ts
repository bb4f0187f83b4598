import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readDeck} from '../../src/read/read-deck.ts'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const flow = 'graph TD\n  A[Producer] -->|writes| B{{"Broker & log"}}\n  B --> C'
const gantt = 'gantt\n  dateFormat YYYY-MM-DD\n  section One\n  Task :a1, 2024-01-01, 30d'
const card = (question: string, fence: string) => `## ${question}\n\n**Answer:** So:\n\n\`\`\`mermaid\n${fence}\n\`\`\`\n`
const notes = `# Kafka\n\n${card('How does data flow?', flow)}\n${card('When?', gantt)}\n${card('And broken?', 'graph TD\n  A -->')}`
const date = {SOURCE_DATE_EPOCH: '1767225600'}

test('diagrams are pictures of the deck: the same elsewhere, no part of what a card is, and Markdown again on the way back', {
  timeout: 120_000
}, async () => {
  const cwd = await temporaryFolder({'kafka.md': notes})
  const plain = await runCardpress(['kafka.md', '--csv'], {cwd, env: date})
  expect([plain.code, plain.stderr]).toEqual([0, ''])
  const lock = await readFile(join(cwd, 'cardpress.lock.json'), 'utf8')
  const run = await runCardpress(['kafka.md', '--anki'], {cwd, env: {...date, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8'}})
  expect([run.code, run.stderr.match(/^\d+:.*$/gm)]).toEqual([
    0,
    [
      "30:1 warning Unexpected mermaid diagram that mermaid can't draw, expected one of its syntax; the code stands in undrawn-diagram cardpress"
    ]
  ])
  expect(await readFile(join(cwd, 'cardpress.lock.json'), 'utf8')).toBe(lock)

  const deck = await readFile(join(cwd, 'out', 'kafka.apkg'))
  const {notes: made, media} = await readDeck(deck)
  const html = made.flatMap(({fields}) => [...fields.values()]).join('')
  const names = [...html.matchAll(/<img class="mermaid" src="(cp-[\da-f]{16}\.svg)" alt="/g)]
  expect(names.map(([, name = '']) => Buffer.from(media(name)?.subarray(0, 5) ?? []).toString())).toEqual(['<svg ', '<svg '])

  const other = await temporaryFolder({'kafka.md': notes, 'cardpress.lock.json': lock}, 'other é')
  await runCardpress(['kafka.md', '--anki', '--quiet'], {cwd: other, env: date})
  expect((await readFile(join(other, 'out', 'kafka.apkg'))).equals(deck)).toBe(true)

  await runCardpress(['cards', 'out/kafka.apkg', '--markdown', '--out', 'back'], {cwd})
  const back = await readFile(join(cwd, 'back', 'kafka.md'), 'utf8')
  for (const fence of [flow, gantt]) expect(back).toContain(`\n\`\`\`mermaid\n${fence}\n\`\`\`\n`)
})
