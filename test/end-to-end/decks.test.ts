import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect} from 'vitest'
import {type AnkiReport, askAnki} from '../oracle/anki/ask-anki.ts'
import {judgedBy} from '../support/judged-by.ts'
import {runCardpress, runProcess} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const test = judgedBy('anki', 'python')
const kafka = await readFile(new URL('../../source/kafka.md', import.meta.url), 'utf8')
const [before = '', ...rest] = kafka.split(/^(?=### )/m)
const newQuestion = '### 1. **Why is a log a good base for integration?**\n   **Answer:**\n   Each reader keeps its own place.\n\n'

/** Decks of one guide, built one after the other in the same folder as its author goes on writing. */
async function decksOf(cwd: string, texts: readonly string[], ...flags: readonly string[]): Promise<readonly Uint8Array[]> {
  const decks: Uint8Array[] = []
  for (const text of texts) {
    await writeFile(join(cwd, 'kafka.md'), text)
    const {code, stderr} = await runCardpress(['kafka.md', '--anki', ...flags], {cwd})
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    decks.push(await readFile(join(cwd, 'out/kafka.apkg')))
  }
  return decks
}

/** What the last import did to a collection with studied cards. */
function lastImport({steps, failures}: AnkiReport): object {
  const step = steps.at(-1)
  return {
    new: step?.log.new,
    updated: step?.log.updated,
    cards: step?.cards,
    rescheduled: Object.keys(step?.scheduling?.changed ?? {}).length,
    failures
  }
}

test('a guide lives on in a studied collection: same again, a question put on top of the renumbered rest, an answer edited', async () => {
  const answered = kafka.replace('Kafka is a replicated commit log.', 'Kafka is a *replicated* commit log.')
  const renumbered = rest.map((part) => part.replace(/^### (\d+)/, (_, number) => `### ${Number(number) + 1}`))
  const grown = [before, newQuestion, ...renumbered].join('')
  expect(answered).not.toBe(kafka)
  const [first, again, withNew, edited] = await decksOf(await temporaryFolder(), [kafka, kafka, grown, answered])
  if (!first || !again || !withNew || !edited) throw new Error('Expected four decks')
  const count = rest.length
  expect(Buffer.from(again).equals(first)).toBe(true)
  const after = async (deck: Uint8Array): Promise<object> => lastImport(await askAnki('import', [first, deck], '--study', '5', '--strict'))
  const clean = {cards: count, rescheduled: 0, failures: []}
  expect(lastImport(await askAnki('import', [first], '--strict'))).toEqual({...clean, new: count, updated: 0})
  expect(await after(again)).toEqual({...clean, new: 0, updated: 0})
  expect(await after(withNew)).toEqual({...clean, new: 1, updated: 0, cards: count + 1})
  expect(await after(edited)).toEqual({...clean, new: 0, updated: 1})
  expect((await askAnki('render', [withNew], '--strict')).render).toMatchObject({cards: count + 1, problems: []})
})

test('the CSV for Anki brings nothing new on top of the deck, the one for spreadsheets reads the same in Python', async () => {
  const cwd = await temporaryFolder()
  const [deck] = await decksOf(cwd, [kafka], '--csv', '--csv-format', 'both')
  if (!deck) throw new Error('Expected a deck')
  const report = await askAnki('csv', [deck, await readFile(join(cwd, 'out/kafka.anki.csv'))], '--study', '5', '--strict')
  expect(lastImport(report)).toEqual({new: 0, updated: 0, cards: rest.length, rescheduled: 0, failures: []})

  const program = 'import csv, json, sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))'
  const {stdout} = await runProcess('python3', ['-c', program, join(cwd, 'out/kafka.csv')], {cwd})
  const rows: Readonly<Record<string, string>>[] = JSON.parse(stdout)
  const {stdout: shown} = await runCardpress(['cards', 'kafka.md', '--json'], {cwd})
  const cards: readonly {question: string; answer: string; id: string}[] = JSON.parse(shown).cards
  expect(rows.map(({id}) => id)).toEqual(cards.map(({id}) => id))
  expect(rows.map(({question = ''}) => words(question))).toEqual(cards.map(({question}) => words(question)))
  expect(rows.map(({answer = ''}) => words(answer))).toEqual(cards.map(({answer}) => words(answer)))
})

/** Text without what lists and lines look like in a cell. */
function words(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
