import fc from 'fast-check'
import {fromHtml} from 'hast-util-from-html'
import {toText} from 'hast-util-to-text'
import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {toPlainText} from '../../src/mdast/to-plain-text.ts'
import {parse} from '../../src/parse/parse.ts'

const names = 'details summary div p ul li table tr td th b i em code kbd sub a h3 pre blockquote span center nonsense'.split(' ')
const tag = fc.constantFrom(...names).chain((name) => fc.constantFrom(`<${name}>`, `<${name}>`, `</${name}>`, `<${name} class="x">`))
const space = fc.constantFrom(' ', '\n', '\n\n', '\n  ', '')
const other = fc.constantFrom(
  '<br>',
  '<hr/>',
  '<!-- hidden -->',
  '- ',
  '> ',
  '## ',
  '**',
  '&amp;',
  '1. ',
  '<script>hidden()</script>',
  '\n```\n'
)
const piece = fc.oneof({weight: 4, arbitrary: tag}, {weight: 4, arbitrary: fc.constant('word')}, {weight: 3, arbitrary: space}, other)

/** Words are numbered, so that a lost, doubled or invented one shows. */
const page = fc
  .array(piece, {maxLength: 30})
  .map((pieces) => pieces.map((text, index) => (text === 'word' ? ` w${index}x ` : text)).join(''))

test('parse() shows every word that a browser shows of the same Markdown', () => {
  fc.assert(
    fc.property(page, (markdown) => {
      const html = micromark(markdown, {allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()]})
      expect(words(toPlainText(parse(new VFile(markdown))))).toEqual(
        expect.arrayContaining(words(toText(fromHtml(html, {fragment: true}))))
      )
    }),
    {numRuns: process.env.CARDPRESS_FULL ? 20_000 : 1_000}
  )
})

function words(text: string): string[] {
  return (text.match(/w\d+x/g) ?? []).sort()
}
