import fc from 'fast-check'
import {expect, test} from 'vitest'
import {keepsCards} from '../../src/pipeline/keeps-cards.ts'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {repairSources} from '../../src/pipeline/repair-sources.ts'
import {memoryHost} from '../support/memory-host.ts'
import {checked} from './support/checked.ts'

/** Lines that rules look at, whole and broken. */
const line = fc.constantFrom(
  '',
  '',
  '# Interview questions',
  '## What is a topic?',
  '## 2. What is a partition? How many should there be?',
  '#### Q7. Which one leads?',
  '**Answer:**',
  'A <b>named log.',
  'See [it](#what_is_a_topic) and [more](#gone "x").',
  '- [What is a topic?](#topic)',
  '- [x] A broker',
  '- [ ] A consumer',
  '  Wrapped at the indent',
  'Producers write to it.',
  '> - quoted',
  '> Lazy line',
  '<details><summary>How large?</summary>',
  '</details>',
  '<i>x <u>y</i>',
  '| a | [b](#b) |',
  '|---|---|',
  '```js',
  '<!-- cardpress-disable -->',
  '<!-- cardpress-disable-next-line dead-anchor -->',
  '---',
  '\t- deep',
  'emoji 🚀 [e](#-🚀-é)'
)

const document = fc.tuple(fc.array(line, {maxLength: 40}), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end))

test('lint() takes any text and points into it', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (text) => {
      const {drafts} = await checked({'notes.md': text})
      const count = text.split(/\r\n|\n|\r/).length
      for (const {source} of drafts)
        for (const {line, column, ruleId} of source.file.messages) {
          expect(ruleId).toBeDefined()
          if (line !== undefined) expect([line >= 1 && line <= count, (column ?? 1) >= 1]).toEqual([true, true])
        }
    }),
    {numRuns: 300, seed: 8}
  )
})

test('repairs of any text keep every card, change nothing twice and only add characters or replace fragments', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (text) => {
      const host = memoryHost({'/in/notes.md': text})
      const fix = async () => repairSources(await host.readSources(['/in']), {levels: {}}, host.rewriteSource)
      const cards = async () => (await readDrafts(await host.readSources(['/in']))).flatMap(({extraction}) => extraction.candidates)
      const before = await cards()
      await fix()
      const once = String(host.files.get('/in/notes.md'))
      expect(keepsCards(before, await cards())).toBe(true)
      expect(withoutRepairs(once)).toBe(withoutRepairs(text))
      expect((await fix()).filter(({repaired}) => repaired > 0)).toEqual([])
      expect(host.files.get('/in/notes.md')).toBe(once)
    }),
    {numRuns: 300, seed: 8}
  )
})

/** Without all that a repair may touch: blank lines, closing tags, fragments of links. */
function withoutRepairs(text: string): string {
  return text.replace(/<\/\w+>|\(#[^ )]*/g, '').replace(/[\r\n]+/g, '\n')
}
