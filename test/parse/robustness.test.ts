import fc from 'fast-check'
import type {Nodes} from 'mdast'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {toPlainText} from '../../src/mdast/to-plain-text.ts'
import {parse} from '../../src/parse/parse.ts'
import {outlineOf, sourcesOf} from './support/outline.ts'

const runs = process.env.CARDPRESS_FULL ? 20_000 : 1_000

const deep = {
  quotes: `${'>'.repeat(5_000)} a`,
  lists: `${'- '.repeat(5_000)}a`,
  'ordered lists': `${'1. '.repeat(5_000)}a`,
  'indented lists': Array.from({length: 300}, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  admonitions: `${Array.from({length: 100}, (_, depth) => `${'    '.repeat(depth)}!!! note`).join('\n')}\n${' '.repeat(400)}a`,
  footnotes: '[^a]: '.repeat(5_000),
  emphasis: '*a '.repeat(5_000) + ' b*'.repeat(5_000),
  strikethrough: '~a '.repeat(5_000) + ' b~'.repeat(5_000),
  brackets: '['.repeat(5_000) + ']'.repeat(5_000),
  'brackets that close': `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  'references half open': '[a]['.repeat(25_000),
  'thousands of references in a paragraph': '[a][b] '.repeat(14_000),
  'lines that lack the mark of their quote': `> a\n${'b\n'.repeat(50_000)}`,
  'lines of a quote, each other one without its mark': '> a\nb\n'.repeat(5_000),
  'lines that lack the indent of their item': `- a\r${'b\r'.repeat(50_000)}`,
  images: `${'!['.repeat(5_000)}a${'](b)'.repeat(5_000)}`
}

const wide = {
  'HTML blocks': '<div>'.repeat(5_000),
  'HTML blocks between Markdown': '> <div>\n\n'.repeat(2_000),
  'HTML lists': '<ul><li>'.repeat(5_000),
  'inline HTML': `a${'<b>'.repeat(5_000)}`,
  'open comments': `<div>\n${'a <!-- \n'.repeat(5_000)}`,
  'open tags': '<a '.repeat(20_000),
  'a long word': 'a'.repeat(100_000),
  'a long line': 'word '.repeat(20_000),
  'a stray bracket': `[${' a'.repeat(20_000)}`,
  dollars: '$a '.repeat(10_000),
  'back quotes': Array.from({length: 300}, (_, size) => '`'.repeat(size + 1)).join(' '),
  'headings underlined by one dash': 'a\n-\n'.repeat(15_000),
  'a list without a blank line': '- a\n  - b\n    - c\n'.repeat(3_000),
  'quotes in items': '- > a\n'.repeat(5_000),
  'words in brackets': '[x] '.repeat(2_900),
  definitions: '[a]: b\n'.repeat(5_000),
  'half characters': '\ud800'.repeat(10_000)
}

describe('parse()', () => {
  test.each(Object.entries(deep))('reports nesting too deep to be read: %s', (_, markdown) => {
    const file = new VFile(markdown)
    const tree = parse(file)
    expect(depthOf(tree)).toBeLessThan(1_200)
    expect(file.messages.map(({reason, ruleId, fatal, note}) => ({reason, ruleId, fatal, note}))).toEqual([
      {
        reason: 'Unexpected nesting too deep to be read, expected lists, quotes and marks inside of one another a few levels deep',
        ruleId: 'nesting-too-deep',
        fatal: true,
        note: 'From here on the marks of this block are shown as they are written.'
      }
    ])
  })

  test.each(Object.entries(wide))('reads much of the same without complaint: %s', (_, markdown) => {
    const file = new VFile(markdown)
    expect(depthOf(parse(file))).toBeLessThan(300)
    expect(file.messages).toEqual([])
  })

  test('loses no text where nesting is too deep', () => {
    expect(toPlainText(parse(new VFile(`${'> '.repeat(100)}a\n\nb`)))).toMatch(/a b$/)
    expect(toPlainText(parse(new VFile(`${'<div>'.repeat(100)}a\n\nb`)))).toBe('a b')
  })

  test('takes any text without a throw, and all places are in the file', () => {
    const signs = [
      '\r',
      '\n',
      '\r\n',
      '\t',
      '\0',
      '\ufeff',
      ' ',
      '    ',
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '[',
      ']',
      '](',
      '!',
      '`',
      '```',
      '*',
      '_',
      '~',
      '=',
      '=='
    ]
    const more = [
      '$',
      '$$',
      ':::',
      '!!!',
      '|',
      '|-|',
      '#',
      '-',
      '---',
      '+++',
      '1.',
      '&amp;',
      '&#0;',
      '\\',
      'details',
      'b',
      'a',
      '"',
      'é',
      '😀',
      '\ud800',
      '[[',
      '[^a]',
      '@'
    ]
    const text = fc.array(fc.oneof(fc.constantFrom(...signs, ...more), fc.string({maxLength: 3, unit: 'binary'})), {maxLength: 60})
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join('')
        for (const {position} of nodesOf(parse(new VFile(source)))) {
          const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
          expect(start <= end && end <= source.length).toBe(true)
        }
      }),
      {numRuns: runs}
    )
  })
})

describe('line ends and odd characters', () => {
  test.each([
    ['CR LF', '# a\r\n\r\nb\r\nc\r\n\r\n- d\r\n'],
    ['a lone CR', '# a\r\rb\rc\r\r- d\r']
  ])('%s ends lines', (_, markdown) => {
    expect(outlineOf(markdown)).toBe(
      `heading depth=1(text "a")\nparagraph(text ${JSON.stringify(markdown.slice(markdown.indexOf('b'), markdown.indexOf('c') + 1))})\nlist ordered=false(listItem(paragraph(text "d")))`
    )
    expect(sourcesOf(markdown, 'listItem')).toEqual(['- d'])
    expect(parse(new VFile(markdown)).children.at(-1)?.position?.start.line).toBe(6)
  })

  test('a byte order mark is no text and moves no column', () => {
    expect(outlineOf('\ufeff# a')).toBe('heading depth=1(text "a")')
    expect(sourcesOf('\ufeff# a\n\n<b>c</b>', 'strong')).toEqual(['<b>c</b>'])
    expect(parse(new VFile('\ufeff# a')).children[0]?.position?.start).toEqual({line: 1, column: 1, offset: 1})
    expect(outlineOf('\ufeff---\na: b\n---\n')).toBe('yaml "a: b"')
  })

  test('NUL is shown as a replacement character, as CommonMark has it', () => {
    expect(outlineOf('a\0b')).toBe('paragraph(text "a\ufffdb")')
  })
})

function depthOf(node: Nodes): number {
  return 1 + ('children' in node ? Math.max(0, ...node.children.slice(0, 1_000).map(depthOf)) : 0)
}

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}
