import fc from 'fast-check'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {tellGuide} from '../../src/pipeline/tell-guide.ts'
import {toNotes} from '../../src/render/anki/to-notes.ts'
import {markdownShapes} from '../../src/render/markdown/markdown-card.ts'
import {memoryHost} from '../support/memory-host.ts'

/** Answers with what Markdown is made of; each as blocks that may stand below a question. */
const answers = [
  ...[
    'That.',
    'Two  spaces, *emphasis*, `code` and **bold *both***.',
    'A line\\\nand another.',
    'One <br>\nTwo',
    '1 < 2 & 3 * 4, a_b_c, [x], #no, $5'
  ],
  ...['- a\n- b\n  1. c\n  2. d', '- a\n\n- b\n\n  more', '1. a\n\n1. b', '- [ ] a\n- [ ] b', '> quote\n>\n> more', '> [!NOTE]\n> Look.'],
  ...['```js {1}\na\n\n```', '~~~\n```\n~~~', '| a | b |\n|:--|--|\n| 1 | `x\\|y` |', '$$\nx^2\n$$', 'Inline $a < b$.'],
  ...['A <kbd>K</kbd> and H<sub>2</sub>O and <!-- hidden --> text.', '<details>\n<summary>More</summary>\n\nInside\n\n</details>'],
  ...[
    'See [a page](https://example.org/a_b "T") and <https://example.org>.',
    '![gone](gone.png)',
    '==marked== and ~~gone~~',
    'A: no label'
  ],
  ...['Text\n\n###### A heading\n\nmore', '---\n\nafter a rule', '\\# no heading', 'Ends with a colon:', '😀 :smile: ünï\u00a0code']
]

const questions = [
  'What is it',
  'Why does `x` matter',
  'How does *that* work',
  'When is 1 < 2',
  'Who said "a_b"',
  'Wozu dient das',
  'Is {x} a set'
]

/** A question and its answer in one of the shapes that people write. */
const shapes: readonly ((question: string, answer: string, number: number) => string)[] = [
  (question, answer) => `### ${question}?\n\n${answer}\n`,
  (question, answer, number) => `### ${number}. **${question}?**\n\n**Answer:**\n\n${answer}\n`,
  (question, answer, number) => `${number}. ### ${question}?\n\n${answer.replace(/^(?=.)/gm, '    ')}\n`,
  (question, answer) => `<details>\n<summary>${question}?</summary>\n\n${answer}\n\n</details>\n`,
  (question, answer) => `**${question}?**\n\n${answer}\n`,
  (question, answer) => `### ${question}?\n\n- [ ] no\n- [x] yes\n- [ ] perhaps\n\n${answer}\n`
]

const document = fc
  .record({
    shape: fc.nat(shapes.length - 1),
    cards: fc.array(fc.record({question: fc.nat(questions.length - 1), answer: fc.nat(answers.length - 1), tag: fc.boolean()}), {
      minLength: 3,
      maxLength: 7
    })
  })
  .map(({shape, cards}) => {
    const write = shapes[shape] ?? ((question: string) => question)
    const written = cards.map(({question, answer}, index) =>
      write(`${questions[question]} in case ${index + 1}`, answers[answer] ?? '', index + 1)
    )
    return `# Interview Questions\n\n## First part\n\n${written.slice(0, 2).join('\n')}\n## Second part\n\n${written.slice(2).join('\n')}`
  })

async function settledGuide(markdown: string) {
  const file = new VFile({path: '/in/x.md', value: markdown})
  const source = {file, relative: 'x.md', named: true, folders: [], home: '/in', root: '/in', unreadable: false, stem: 'x'}
  const [settled] = (await settleGuides(await readDrafts([source]), memoryHost({}))).guides
  return settled
}

/** All that Anki is told of each note. */
async function notesOf(markdown: string) {
  const settled = await settledGuide(markdown)
  if (!settled) return {settled, notes: [], hashes: []}
  const {notes} = await toNotes(settled.guide, new VFile())
  return {settled, notes, hashes: settled.guide.cards.map(({id, contentHash, label, section}) => [id, contentHash, label, section])}
}

test.for(markdownShapes)('tellGuide() writes any file in the shape %s, read to the same notes, guids and fields', async (shape) => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(document, async (markdown) => {
      const before = await notesOf(markdown)
      if (!before.settled) return
      const {text, file} = await tellGuide(before.settled, {path: 'x.md', shape, dateSeconds: 0})
      const after = await notesOf(text)
      expect({...after, settled: 0, text}).toEqual({...before, settled: 0, text})
      expect(file.messages.filter(({ruleId}) => ruleId === 'lost-in-markdown').map(String)).toEqual([])
      compared += before.notes.length
    }),
    {numRuns: process.env.CARDPRESS_FULL ? 600 : 60, seed: 8}
  )
  expect(compared).toBeGreaterThan(100)
})

test.for(markdownShapes)('tellGuide() leaves questions unanswered that go on below their first line (%s)', async (shape) => {
  const list = ['Which would you take?', 'Why that one?', 'What about `this`?'].map(
    (question) => `- ${question}\n  - Say why.\n  - And when?`
  )
  const {settled} = await notesOf(`# Interview Questions\n\n${list.join('\n')}\n`)
  expect(settled?.guide.cards.map(({kind}) => kind)).toEqual(['unanswered', 'unanswered', 'unanswered'])
  if (!settled) return
  const {text} = await tellGuide(settled, {path: 'x.md', shape, dateSeconds: 0})
  const after = await notesOf(text)
  expect(after.hashes).toEqual(settled.guide.cards.map(({id, contentHash, label, section}) => [id, contentHash, label, section]))
})
