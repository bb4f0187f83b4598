import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {headingsOf} from '../../../../src/render/pdf/page/headings-of.ts'
import {measurePage, type PageMeasure} from '../../../../src/render/pdf/page/measure-page.ts'
import {createSideWriter} from '../../../../src/render/pdf/page/side-writer.ts'
import {toDataUris} from '../../../../src/render/pdf/page/to-data-uris.ts'
import {toFurniture} from '../../../../src/render/pdf/page/to-furniture.ts'
import {toSections} from '../../../../src/render/pdf/page/to-sections.ts'
import {toView, type View} from '../../../../src/render/pdf/page/to-view.ts'
import {type CardText, makeGuide} from '../../../support/make-guide.ts'

const read = (url: URL) => readFile(url)
const marginMm = {top: 10, right: 10, bottom: 13, left: 10}
const paper: PageMeasure = {
  widthMm: 210,
  heightMm: 297,
  marginMm,
  columns: 3,
  sizePt: 7.8,
  linesPerColumn: 78,
  proseColumns: 40,
  codeColumns: 20
}

async function view(texts: readonly CardText[]): Promise<View> {
  const guide = makeGuide(texts)
  return toView(guide, paper, await createSideWriter(guide, paper, read))
}

/** The answer of a card as HTML for paper. */
async function html(answer: string): Promise<string> {
  const {sections} = await view([{id: 'a', question: 'Q?', answer}])
  return sections[0]?.cards[0]?.answerHtml ?? ''
}

test('measurePage() takes columns from the width of the paper', () => {
  const settings = {
    about: '',
    contents: false,
    sizePt: 7.8,
    columns: [
      {fromMm: 0, count: 1},
      {fromMm: 190, count: 3}
    ],
    marginMm
  }
  expect(measurePage({widthMm: 210, heightMm: 297}, settings)).toEqual({
    widthMm: 210,
    heightMm: 297,
    marginMm,
    columns: 3,
    sizePt: 7.8,
    linesPerColumn: 77,
    proseColumns: 41,
    codeColumns: 34
  })
  expect(measurePage({widthMm: 148, heightMm: 210}, settings).columns).toBe(1)
})

test('toSections() opens the headings that change and never skips a level', () => {
  const guide = makeGuide([
    {id: 'a', question: 'A?'},
    {id: 'b', question: 'B?', section: ['One', 'Sub']},
    {id: 'c', question: 'C?', section: ['One', 'Sub']},
    {id: 'd', question: 'D?', section: ['One']},
    {id: 'e', question: 'E?', section: ['1', '2', '3', '4', '5', '6']}
  ])
  expect(
    toSections(guide.cards).map(({headings, questionLevel, top, cards}) => [
      headings.map(({level, text}) => `h${level} ${text}`).join(', '),
      questionLevel,
      top,
      cards.map(({id}) => id).join('')
    ])
  ).toEqual([
    ['', 2, '', 'a'],
    ['h2 One, h3 Sub', 4, 'One', 'bc'],
    ['', 3, 'One', 'd'],
    ['h2 1, h3 2, h4 3, h5 4 · 5 · 6', 6, '1', 'e']
  ])
})

test('toFurniture() names the section that a page opens with or goes on with, and its questions', () => {
  const heading = (section: string, number: number) => ({title: '', anchor: '', section, level: 0, number, label: ''})
  const headings = [heading('One', 0), heading('One', 1), heading('One', 2), heading('Two', 0), heading('Two', 3)]
  expect(
    toFurniture(headings, [1, 1, 2, 3, 3, 5], [1, 2, 3, 4, 5]).map(({section, firstNumber, lastNumber}) => [
      section,
      firstNumber,
      lastNumber
    ])
  ).toEqual([
    ['One', 0, 0],
    ['One', 1, 1],
    ['One', 2, 2],
    ['Two', 0, 0],
    ['Two', 3, 3]
  ])
})

test('headingsOf() lists sections and questions as bookmarks name them', async () => {
  const headings = headingsOf(
    await view([
      {id: 'a', question: 'What is `a`\n*really*?', section: ['One']},
      {id: 'b', question: '```js\nx\n```', section: ['One']}
    ])
  )
  expect(headings.map(({title, number}) => [title, number])).toEqual([
    ['One', 0],
    ['1 What is a really?', 1],
    ['2 x', 2]
  ])
})

test('a card on paper has bold and slanted words, and headings that are no bookmarks', async () => {
  expect(await html('## Head\n\n**b** *i* ~~s~~')).toBe('<p class="subhead">Head</p>\n<p><b>b</b> <i>i</i> <del>s</del></p>')
})

test('a card on paper folds nothing away', async () => {
  expect(await html('<details><summary>More</summary>\n\nHidden\n\n</details>')).toMatch(
    /^<div class="details"><p class="summary">More<\/p>\s*<p>Hidden<\/p>\s*<\/div>$/
  )
})

test('a card on paper shows boxes for tasks and no selector of coloured emoji', async () => {
  expect(await html('- [x] done ⚠️\n- [ ] open')).toContain('<span class="check">☑</span> done ⚠<')
})

test('lines of code longer than the column are marked, the others stay as they are', async () => {
  expect(await html('```\nshort\n12345678901234567890x\nend\n```')).toBe(
    '<pre class="short" data-line="1"><code>short\n<span class="long">12345678901234567890x</span>end</code></pre>'
  )
})

test('a highlighted string over two long lines is opened again on the second', async () => {
  expect(await html('```js\n`12345678901234567890\n12345678901234567890`\n```')).toBe(
    '<pre class="short" data-line="1"><code class="language-js"><span class="long"><span class="hljs-string">`12345678901234567890</span></span>' +
      '<span class="long"><span class="hljs-string">12345678901234567890`</span></span></code></pre>'
  )
})

const row = (count: number, cell: (column: number) => string) => `| ${Array.from({length: count}, (_, index) => cell(index)).join(' | ')} |`
const tableOf = (count: number, head: string, cell: string, rows: number) =>
  [row(count, (column) => `${head}${column}`), row(count, () => '--'), ...Array.from({length: rows}, () => row(count, () => cell))].join(
    '\n'
  )

test('a table that is a little too wide is set smaller, and none of its words breaks', async () => {
  const table = await html(tableOf(7, 'head', 'value', 2))
  expect(table).toMatch(/^<table class="wide" style="font-size:[78]\d%" data-line="1">/)
  expect(table).not.toContain('loose')
})

test('a table of many columns and few rows is turned: its heads are the names of rows', async () => {
  const table = await html(tableOf(12, 'name', 'value', 2))
  expect(table).toMatch(/^<table class="wide turned"[^>]*>/)
  expect(table).toContain('<thead><tr><th scope="col">name0</th><th scope="col">value</th><th scope="col">value</th></tr></thead>')
  expect(table).toContain('<tr><th scope="row">name11</th><td>value</td><td>value</td></tr></tbody></table>')
})

test('a table of many columns and many rows is a list of its rows', async () => {
  const list = await html(tableOf(12, 'name', 'value', 20))
  expect(list).toMatch(/^<div class="wide records" data-line="1"><div class="record"><p><b>name0<\/b> value<\/p>/)
  expect(list.match(/<b>name11<\/b> value/g)).toHaveLength(20)
})

test('a table without a head, or with cells over several columns, is never turned', async () => {
  const cells = Array.from({length: 12}, () => '<td>value</td>').join('')
  expect(await html(`<table><tr>${cells}</tr><tr><td colspan="12">${'words '.repeat(9)}</td></tr></table>`)).toMatch(/^<table class="wide"/)
})

test('a picture alone is a figure, one among words is not', async () => {
  const picture = {bytes: new Uint8Array(), mime: 'image/png', sha256: '0', extension: '.png'}
  const guide = {...makeGuide([{id: 'a', question: 'Q?', answer: '![a](x.png)\n\nb ![c](x.png)'}]), media: new Map([['x.png', picture]])}
  const {sections} = toView(guide, paper, await createSideWriter(guide, paper, read))
  expect(sections[0]?.cards[0]?.answerHtml.match(/<p[^>]*>/g)).toEqual(['<p class="figure">', '<p>'])
})

test('only the longest words of a table too wide may break', async () => {
  const table = await html(`| Type | Address |\n|--|--|\n| short | ${'x'.repeat(60)} |`)
  expect(table).toContain('<table class="wide" data-line="1">')
  expect(table).toContain('<td>short</td>')
  expect(table).toContain('<td class="loose">xxx')
})

test('in a table of Chinese, which breaks anywhere, few signs and words of code stay whole', async () => {
  const table = await html(`| 参数 | 含义 |\n|--|--|\n| \`--all\` | ${'分区的数量'.repeat(20)} |`)
  expect(table).toContain('<table class="signs">')
  expect(table).toContain('<th class="unbroken">参数</th>')
  expect(table).toContain('<td><code>--all</code></td>')
  expect(table).toContain('<td>分区的')
  // A word of code that leaves no room for signs beside it may break as in any table.
  expect(await html(`| 参数 | 含义 |\n|--|--|\n| \`${'x'.repeat(60)}\` | 分区 |`)).toContain('<td class="loose"><code>xxx')
})

test('a long formula on lines of its own is set smaller', async () => {
  expect(await html('$$\na = b\n$$')).toContain('<div class="math math-display">')
  expect(await html('$$\na + b + c + d + e + f + g + h + i + j + k + l + m + n = z\n$$')).toContain(
    '<div class="math math-display long-math" data-line="1">'
  )
})

test('a line that leads in is marked to stay with what follows', async () => {
  expect(await html('Use cases:\n\n- one')).toContain('<p class="lead">Use cases:</p>')
})

test('short cards are kept whole, long ones may break', async () => {
  const {sections} = await view([
    {id: 'a', question: 'Short?', answer: 'Yes.'},
    {id: 'b', question: 'Long?', answer: 'word '.repeat(400)}
  ])
  expect(sections[0]?.cards.map(({whole}) => whole)).toEqual([true, false])
})

test('gaps of a cloze are filled on paper', async () => {
  const {sections} = await view([{id: 'a', kind: 'cloze', question: 'A {{c1::topic::hint}} has {{c2::parts}}.'}])
  expect(sections[0]?.cards[0]).toMatchObject({title: 'A {{c1::topic::hint}} has {{c2::parts}}.', questionHtml: 'A topic has parts.'})
})

test('a picture travels inside the page, a missing one leaves its words', async () => {
  const bytes = Buffer.from('GIF89a')
  const media = new Map([['a.gif', {bytes, mime: 'image/gif', sha256: '00', extension: '.gif'}]])
  const guide = makeGuide([{id: 'a', question: 'Q?', answer: '![one](a.gif) ![two](b.gif)'}], {media})
  const {sections} = toView(guide, paper, await createSideWriter(guide, paper, read))
  expect(sections[0]?.cards[0]?.answerHtml).toBe(
    `<p><img src="data:image/gif;base64,${bytes.toString('base64')}" alt="one" data-line="1"> two</p>`
  )
})

test('a picture that sets text in a common font gets ours along under that name', async () => {
  const svg = (family: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><text font-family="${family}">x</text></svg>`)
  const picture = (family: string) => ({bytes: svg(family), mime: 'image/svg+xml', sha256: '00', extension: '.svg'})
  const uris = await toDataUris(
    new Map([
      ['a', picture('Arial, sans-serif')],
      ['b', picture('Georgia')]
    ]),
    read
  )
  const text = (url: string) => Buffer.from(uris.get(url)?.split(',')[1] ?? '', 'base64').toString()
  expect(text('a')).toMatch(/^<svg xmlns="[^"]+"><style>@font-face\{font-family:'Arial'/)
  expect(text('b')).toBe(svg('Georgia').toString())
})

test('toView() writes a question with code and marks as it stands, without spaces between them', async () => {
  const {sections} = await view([{id: 'a', question: 'What is `a`/*b*?'}])
  expect(sections[0]?.cards[0]?.questionHtml).toBe('What is <code>a</code>/<i>b</i>?')
})
