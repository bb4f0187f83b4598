import {existsSync, globSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {extract} from '../../src/extract/extract.ts'
import {parse} from '../../src/parse/parse.ts'
import {toGuide} from '../../src/pipeline/to-guide.ts'
import {anki} from '../../src/render/anki/anki.ts'
import {csv} from '../../src/render/csv.ts'
import {untold} from '../extract/support/untold.ts'
import {renderContext} from '../support/render-context.ts'

const runs = process.env.CARDPRESS_FULL ? 20_000 : 250
const windowLength = 12_000
const top = fileURLToPath(new URL('../..', import.meta.url))

/** What trips parsers: half of a construct, or one too many. */
const splinters = [
  ...[
    '```',
    '~~~',
    '$$',
    '$',
    '---',
    '***',
    '- ',
    '1. ',
    '> ',
    '# ',
    '###### ',
    '|',
    '|--|',
    '\\',
    '`',
    '**',
    '_',
    '[',
    '](',
    '![',
    ']: x'
  ],
  ...[
    '<details>',
    '</details>',
    '<summary>',
    '<div',
    '-->',
    '<!--',
    '<script>',
    '&#',
    '{{c1::',
    '}}',
    '::',
    '[^1]',
    '[^1]: x',
    'Q: ',
    'A: '
  ],
  ...[
    '\t',
    '\r',
    '\r\n',
    '\n\n\n',
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud800',
    '    ',
    '٣. ',
    '？',
    '[ ] ',
    '[x] ',
    ':::',
    '!!! note',
    '==',
    '[[',
    '%'
  ]
]

/** Real Markdown: our guides and fixtures, and the corpus where it lies beside the project. */
function texts(): string[] {
  const patterns = ['source/*.md', 'test/extract/fixtures/**/input.md', 'docs/*.md', '../shared/corpus/**/*.{md,mdx}']
  const paths = patterns.flatMap((pattern) => globSync(pattern, {cwd: top}).map((path) => `${top}${path}`))
  return paths.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8'))
}

const originals = texts()

/** A stretch of a real file with one to six injuries. */
const injured: fc.Arbitrary<string> = fc
  .record({
    text: fc.constantFrom(...originals),
    from: fc.double({min: 0, max: 1, noNaN: true}),
    injuries: fc.array(
      fc.record({
        at: fc.double({min: 0, max: 1, noNaN: true}),
        length: fc.nat(400),
        kind: fc.constantFrom('cut', 'repeat', 'insert', 'move', 'join'),
        splinter: fc.constantFrom(...splinters)
      }),
      {minLength: 1, maxLength: 6}
    )
  })
  .map(({text, from, injuries}) => {
    const start = Math.floor(from * Math.max(0, text.length - windowLength))
    let out = text.slice(start, start + windowLength)
    for (const {at, length, kind, splinter} of injuries) {
      const place = Math.floor(at * out.length)
      const [before, piece, after] = [out.slice(0, place), out.slice(place, place + length), out.slice(place + length)]
      if (kind === 'cut') out = before + after
      else if (kind === 'repeat') out = before + piece + piece + after
      else if (kind === 'move') out = before + after + piece
      else if (kind === 'join') out = before + piece.replaceAll('\n', '') + after
      else out = before + splinter + piece + after
    }
    return out
  })

test(`${runs} injured files: nothing throws, every place is inside of the file, deck and table are whole`, {
  timeout: 5_400_000
}, async () => {
  expect(originals.length).toBeGreaterThan(50)
  let cards = 0
  await fc.assert(
    fc.asyncProperty(injured, async (markdown) => {
      const {guide, file} = await toGuide(markdown, {dateSeconds: 1_000_000_000, path: 'injured.md', id: 'injured'})
      const lines = markdown.split(/\r\n|\r|\n/).length
      for (const {line} of file.messages) expect(line ?? 1).toBeLessThanOrEqual(lines)
      if (!guide) return
      cards += guide.cards.length
      expect(new Set(guide.cards.map(({id}) => id)).size).toBe(guide.cards.length)
      for (const {position} of guide.cards) expect(position.end.line).toBeLessThanOrEqual(lines)
      const context = renderContext({}, new VFile({path: 'injured.md'}))
      const [deck] = await anki.render(guide, context)
      const [table] = await csv.render(guide, context)
      expect(table?.count).toBe(guide.cards.length)
      if (deck) expect(Buffer.from(deck.bytes.subarray(0, 2)).toString()).toBe('PK')
    }),
    {numRuns: runs, seed: 20261123}
  )
  expect(cards).toBeGreaterThan(runs) // Most injured files still ask.
})

test(`${runs} injured files: every character is told as a card, a heading above cards or a left-over`, {timeout: 5_400_000}, () => {
  fc.assert(
    fc.property(injured, (markdown) => {
      const file = new VFile({value: markdown})
      expect(untold(markdown, extract(parse(file), file))).toEqual([])
    }),
    {numRuns: runs, seed: 20261124}
  )
})
