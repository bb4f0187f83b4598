import fc from 'fast-check'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {extract} from '../../src/extract/extract.ts'
import {recognisers} from '../../src/extract/recognisers.ts'
import {parse} from '../../src/parse/parse.ts'
import {untold} from './support/untold.ts'

/** Pieces of all shapes, so that mixtures and broken halves of them come up. */
const piece = fc.constantFrom(
  ...[
    '# Interview questions',
    '## What is a topic?',
    '### 1. **Why?**',
    '**Answer:**',
    '   A log.',
    'A: yes',
    'Q: what?',
    '**2. Explain it**'
  ],
  ...[
    '- **What?** - that',
    '- a) one',
    '- b) two',
    '- [x] right',
    '- [ ] wrong',
    '1. ### How?',
    '    indented',
    '> quoted',
    '```js',
    '```',
    '---'
  ],
  ...['<details>', '<summary>Show answer</summary>', '<summary>Who?</summary>', '</details>', '<br>', '| Question | Answer |', '|---|---|'],
  ...[
    '| a | b |',
    'x::y',
    '?',
    '%',
    'START',
    'Basic',
    'Back: b',
    'END',
    '{{c1::gap}}',
    'C: a [gap]',
    '#flashcards',
    'text #card',
    '^1620628201203'
  ],
  ...[
    '[⬆ Back to top](#top)',
    '<!--ID: 1700000000000-->',
    'Term',
    ': meaning',
    'Interviewer: why?',
    'Candidate: so',
    '',
    '',
    '',
    '\t- deep',
    '質問：何？'
  ],
  ...['Q: what? A: that', '**Q1: what?** That.', '**Why?** So.', 'A - so', '## Answers', '1. four', '2. five', 'A) x  B) y  C) z', '# FAQ'],
  ...['<dl><dt>a</dt><dd>b</dd></dl>', '#separator:tab', 'a\tb', 'In [None]:', '===', '\\', '&amp;', '\u0000', '🧠 : a 🧠']
)
const document = fc.array(piece, {maxLength: 40}).map((lines) => lines.join('\n'))

const runs = process.env.CARDPRESS_FULL ? 20_000 : 400
/** In milliseconds; 20,000 runs take minutes on a busy machine. */
const timeout = 1_200_000

test('extract() takes any text: no throw, places inside the file, cards in source order and none inside another', {timeout}, () => {
  fc.assert(
    fc.property(document, fc.option(fc.constantFrom(...recognisers.map(({id}) => id)), {nil: undefined}), (text, shape) => {
      const file = new VFile({value: text})
      const lines = text.split(/\r\n|\n|\r/)
      const {candidates, leftOver, readings} = extract(parse(file), file, shape === undefined ? {} : {shape})
      for (const {position} of candidates) {
        expect(position.start.line).toBeGreaterThanOrEqual(1)
        expect(position.end.line).toBeLessThanOrEqual(lines.length)
        expect(position.end.offset ?? 0).toBeGreaterThanOrEqual(position.start.offset ?? 0)
        expect(position.end.offset ?? 0).toBeLessThanOrEqual(text.length)
      }
      const starts = candidates.map(({position}) => position.start.offset ?? 0)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
      // Two cards share a place only where one line asks both ways.
      const overlapping = candidates.filter(({position: {start, end}}, at) => {
        const before = candidates[at - 1]?.position
        const same = before?.start.offset === start.offset && before?.end.offset === end.offset
        return before !== undefined && !same && (before.end.offset ?? 0) > (start.offset ?? 0)
      })
      expect(overlapping.map(({position}) => position)).toEqual([])
      for (const part of leftOver) expect(part.endLine).toBeLessThanOrEqual(lines.length)
      expect(readings.reduce((sum, {cards}) => sum + cards, 0)).toBe(candidates.length)
    }),
    {numRuns: runs}
  )
})

test('extract() accounts for every character: a card, a heading above cards or a left-over', {timeout}, () => {
  fc.assert(
    fc.property(document, (text) => {
      const file = new VFile({value: text})
      expect(untold(text, extract(parse(file), file))).toEqual([])
    }),
    {numRuns: runs}
  )
})

test('extract() takes long runs of one sign without going back and forth over them', () => {
  for (const sign of ['.', '* ', ':', '()', ')', '#a ', '"', '`', '\t']) {
    const file = new VFile({value: `# ${sign.repeat(20_000)}z\n\n**${sign.repeat(20_000)}z**\n`})
    expect(extract(parse(file), file).candidates).toEqual([])
  }
}, 20_000)

test('extract() takes a label that begins a line inside of code, where no list can be cut', () => {
  const file = new VFile({path: 'a.md', value: '1. What is an inner join?\n**So `it\nAns. It is\n:` is**\n'})
  expect(() => extract(parse(file), file)).not.toThrow()
})

test('extract() cuts a list at every label that ran into an item, in one go', () => {
  const items = Array.from({length: 12_000}, (_, index) => `${index + 1}. What is ${index}?\nAns: It is ${index}.\n`)
  const file = new VFile({value: `# Numbers\n\n${items.join('')}`})
  expect(extract(parse(file), file).candidates).toHaveLength(12_000)
})
