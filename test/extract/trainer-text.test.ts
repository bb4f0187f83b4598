import fc from 'fast-check'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {extract} from '../../src/extract/extract.ts'
import {blankTrainerText, cutTrainerText, withoutTrainerText} from '../../src/extract/trainer-text.ts'
import type {Candidate} from '../../src/guide/candidate.ts'
import {contentHash} from '../../src/guide/content-hash.ts'
import {fingerprints} from '../../src/guide/natural-ids.ts'
import {toPlainText} from '../../src/mdast/to-plain-text.ts'
import {parse} from '../../src/parse/parse.ts'
import {toReport} from '../../src/report/to-report.ts'

function read(text: string): {readonly candidates: readonly Candidate[]; readonly file: VFile} {
  const file = new VFile({path: 'notes.md', value: text})
  return {candidates: extract(parse(file), file).candidates, file}
}

/** All that an id, a lock and a deck hang on. */
function identity(text: string): readonly unknown[] {
  return read(text).candidates.map((candidate) => [
    candidate.kind,
    candidate.section,
    contentHash(candidate, new Map()),
    fingerprints(candidate, toPlainText(candidate.answer))
  ])
}

const notes = [
  '# Notes',
  '## Basics',
  '### What is a topic?',
  'A log.',
  '- one\n- two',
  '### What is a broker?',
  'A server.',
  '## More',
  '### Which is right?',
  '- [ ] this\n- [x] that'
]
const hidden = fc.constantFrom(
  'Ask on.',
  '### Is this a question?\n\nNo.',
  '- [x] not an option',
  '```js\nx\n```',
  '> quoted',
  '## Section'
)

test('What is for the trainer changes no id, hash or kind, wherever it stands', () => {
  const plain = identity(notes.join('\n\n'))
  expect(plain).toHaveLength(3)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(notes.length), hidden), {minLength: 1, maxLength: 4}), (texts) => {
      const parts = notes.flatMap((part, index) => [
        part,
        ...texts.filter(([at]) => at === index).map(([, text]) => `<!-- trainer -->\n\n${text}\n\n<!-- /trainer -->`)
      ])
      expect(identity(parts.join('\n\n'))).toEqual(plain)
    }),
    {numRuns: 200}
  )
})

test('It goes to the question above, below a heading that groups to the next one, and out of lines and lists', () => {
  const {candidates, file} = read(
    [
      '## Basics\n\n### What is a topic?\n\nA log <!-- trainer -->(ask *why*)<!-- /trainer --> of records.',
      '- one\n  <!-- trainer -->\n  Rare.\n  <!-- /trainer -->\n- <!-- trainer -->two<!-- /trainer -->',
      '## More\n\n<!--trainer-->\nSeniors only.\n<!--  / Trainer -->\n\n### What is a broker?\n\nA server.\n\n<!-- trainer -->\n\n1. a\n2. b\n\n<!-- /trainer -->'
    ].join('\n\n')
  )
  expect(
    candidates.map(({answer, trainer = []}) => [toPlainText(answer), trainer.map((node) => `${node.type}: ${toPlainText([node])}`)])
  ).toEqual([
    ['A log of records. one', ['paragraph: (ask why)', 'paragraph: Rare.', 'paragraph: two']],
    ['A server.', ['paragraph: Seniors only.', 'list: a b']]
  ])
  expect(file.messages).toEqual([])
})

test('A comment in code is text, and a comment without its partner is an error with its place', () => {
  const {candidates, file} = read(
    '## What is a topic?\n\n```html\n<!-- trainer -->\n```\n\nThat.\n\n<!-- /trainer -->\n\n- a\n\n  <!-- trainer -->\n- b\n\n## What is a broker?\n\nThis.\n'
  )
  expect(candidates.map(({trainer}) => trainer)).toEqual([undefined, undefined])
  expect(toReport([file], {all: true})).toBe(`notes.md
9:1-9:18   error Unexpected \`<!-- /trainer -->\`, expected \`<!-- trainer -->\` before it in the same list, quote or text      unclosed-trainer cardpress
  [note]:
    Nothing is made of the file, so that nobody sees what is meant for the trainer.
13:3-13:19 error Unexpected \`<!-- trainer -->\` without an end, expected \`<!-- /trainer -->\` in the same list, quote or text unclosed-trainer cardpress
  [note]:
    Nothing is made of the file, so that nobody sees what is meant for the trainer.

✖ 2 errors`)
})

test('blankTrainerText() keeps places, cutTrainerText() leaves nothing of it', () => {
  const text = 'a\n\n<!-- trainer -->\nsecret\n<!-- /trainer -->\n\nb <!-- trainer -->x<!-- /trainer -->'
  const file = new VFile(text)
  const {texts} = withoutTrainerText(parse(file), file)
  expect(blankTrainerText(text, texts)).toBe(`a\n\n${' '.repeat(16)}\n${' '.repeat(6)}\n${' '.repeat(17)}\n\nb ${' '.repeat(34)}`)
  expect(cutTrainerText(text, texts)).toBe('a\n\n\n\nb ')
})
