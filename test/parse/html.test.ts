import {describe, expect, test} from 'vitest'
import {outlineOf, sourcesOf} from './support/outline.ts'

const element = (tagName: string, children: string) => `htmlElement tagName="${tagName}"(${children})`

describe('folds', () => {
  test('a list right behind the summary is a list', () => {
    expect(outlineOf('<details>\n<summary><b>Q</b></summary><br>\n- a\n- b\n\ntext\n</details>')).toBe(
      element(
        'details',
        `${element('summary', 'strong(text "Q")')} list ordered=false(listItem(paragraph(text "a")) listItem(paragraph(text "b"))) paragraph(text "text")`
      )
    )
  })

  test.each([
    ['a fence with blank lines', '```js\na\n\nb\n```', 'code lang="js" "a\\n\\nb"'],
    ['a heading', '## a', 'heading depth=2(text "a")'],
    ['a quote', '> a', 'blockquote(paragraph(text "a"))'],
    ['a table', '| a |\n|---|\n| b |', 'table align=[null](tableRow(tableCell(text "a")) tableRow(tableCell(text "b")))'],
    [
      'an indented list',
      '      1. a\n      2. b',
      'list ordered=true start=1(listItem(paragraph(text "a")) listItem(paragraph(text "b")))'
    ],
    ['emphasis', '**a** `<div>` [b](c)', 'paragraph(strong(text "a") text " " inlineCode "<div>" text " " link url="c"(text "b"))']
  ])('%s right behind the summary is Markdown', (_, markdown, expected) => {
    expect(outlineOf(`<details><summary>Q</summary>\n${markdown}\n</details>`)).toBe(
      element('details', `${element('summary', 'text "Q"')} ${expected}`)
    )
  })

  test('a fold without an end gives way to the next heading or fold', () => {
    expect(outlineOf('<details><summary>Q</summary>\n\na\n\n# B\n\nc')).toBe(
      `${element('details', `${element('summary', 'text "Q"')} paragraph(text "a")`)}\nheading depth=1(text "B")\nparagraph(text "c")`
    )
  })

  test('an end tag of a summary in its last item leaves the rest of the list to the fold', () => {
    expect(outlineOf('<details>\n<summary>Q:\n\n- a\n- b</summary><br>\n\n- c\n\n</details>')).toBe(
      element(
        'details',
        `${element('summary', 'paragraph(text "Q:") list ordered=false spread=true(listItem(paragraph(text "a")) listItem(paragraph(text "b")))')} list ordered=false spread=true(listItem(paragraph(text "c")))`
      )
    )
  })

  test('an end tag in a list item ends the fold behind the list', () => {
    expect(outlineOf('<details>\n\n- a\n\n  </details>\n\nb')).toBe(
      `${element('details', 'list ordered=false(listItem spread=true(paragraph(text "a")))')}\nparagraph(text "b")`
    )
  })

  test('a fold that begins in a paragraph takes the blocks behind it', () => {
    expect(outlineOf('a <details><summary>Q</summary>\n\nb\n\n</details>')).toBe(
      `paragraph(text "a ")\n${element('details', `${element('summary', 'text "Q"')} paragraph(text "b")`)}`
    )
  })
})

describe('elements with a counterpart in Markdown', () => {
  test.each([
    [
      'a <b>b</b> <i>c</i> <s>d</s> <mark>e</mark>',
      'paragraph(text "a " strong(text "b") text " " emphasis(text "c") text " " delete(text "d") text " " mark(text "e"))'
    ],
    ['a<br>b', 'paragraph(text "a" break text "b")'],
    ['x <a href="u" title="t">y</a>', 'paragraph(text "x " link url="u" title="t"(text "y"))'],
    ['x <code>a &lt; b</code>', 'paragraph(text "x " inlineCode "a < b")'],
    ['<h3 align="center">1. What?</h3>', 'heading depth=3 data={"hProperties":{"align":"center"}}(text "1. What?")'],
    ['<p>a<p>b', 'paragraph(text "a")\nparagraph(text "b")'],
    ['<p align="right">\n\na\n\n</p>', 'paragraph data={"hProperties":{"align":"right"}}(text "a")'],
    [
      '<ul><li>a<li>b<ol start="3"><li>c</ol></ul>',
      'list ordered=false(listItem(paragraph(text "a")) listItem(paragraph(text "b") list ordered=true start=3(listItem(paragraph(text "c")))))'
    ],
    [
      '<table><tr><th>a<th>b<tr><td>1<td>-</table>',
      'table align=[null,null](tableRow(tableCell(text "a") tableCell(text "b")) tableRow(tableCell(text "1") tableCell(text "-")))'
    ],
    ['<pre><code class="language-js">a &lt; 1\n\n# b</code></pre>', 'code lang="js" "a < 1\\n\\n# b"'],
    ['<blockquote>a</blockquote><hr>', 'blockquote(paragraph(text "a"))\nthematicBreak'],
    [
      'a <audio controls src="a.mp3">none</audio> b <audio><source src="b.ogg"><source src="b.mp3">none</audio>',
      'paragraph(text "a " image url="a.mp3" alt="" text " b " image url="b.ogg" alt="")'
    ],
    [
      '<img src="a.png" alt="A &amp; B" width="10" onerror="x()">',
      'paragraph(image url="a.png" alt="A & B" data={"hProperties":{"width":"10"}})'
    ]
  ])('%j', (markdown, expected) => {
    expect(outlineOf(markdown)).toBe(expected)
  })
})

describe('elements of their own', () => {
  test.each([
    ['H<sub>2</sub>O <kbd>K</kbd>', `paragraph(text "H" ${element('sub', 'text "2"')} text "O " ${element('kbd', 'text "K"')})`],
    [
      '<table><tr><td rowspan="2">a</td></tr></table>',
      'htmlElement tagName="table"(htmlElement tagName="tr"(htmlElement tagName="td" properties={"rowSpan":"2"}(text "a")))'
    ],
    ['x <a name="y" class="b c"></a>', 'paragraph(text "x " htmlElement tagName="a" properties={"name":"y","className":["b","c"]}())'],
    ['<div\n  align="center">\n\n# a\n\n</div>', 'htmlElement tagName="div" properties={"align":"center"}(heading depth=1(text "a"))']
  ])('%j', (markdown, expected) => {
    expect(outlineOf(markdown)).toBe(expected)
  })
})

describe('repairs', () => {
  test.each([
    ['<b>a <i>b</b> c</i>', 'paragraph(strong(text "a " emphasis(text "b")) text " c")'],
    ['<b>a\n\nb', 'paragraph(strong(text "a"))\nparagraph(text "b")'],
    ['</div>a', 'paragraph(text "a")'],
    ['a <React.Fragment> b', 'paragraph(text "a <React.Fragment> b")'],
    ['a <Mouse>b</Mouse>', 'paragraph(text "a " text "b")'],
    ['<script>\n# a\n</script>\n<style>b {}</style>\n\nc', 'paragraph(text "c")'],
    ['a <script>b()</script> c', 'paragraph(text "a " text " c")'],
    ['**a**\n\n<br/>\n\nb<br>', 'paragraph(strong(text "a"))\nparagraph(text "b")'],
    ['<!-- a -->\n\nb <!-- c --> d', 'html "<!-- a -->"\nparagraph(text "b " html "<!-- c -->" text " d")'],
    ['<summary>1. What?</summary>', element('summary', 'text "1. What?"')],
    ['<td>- </td>', element('td', 'text "-"')]
  ])('%j', (markdown, expected) => {
    expect(outlineOf(markdown)).toBe(expected)
  })
})

describe('places', () => {
  test('of Markdown in HTML in a quote in a list are those of the file', () => {
    const markdown = '---\na: 1\n---\n\n- > <div>\r\n  >   **b** and\r\n  >   [c](d) <kbd>é</kbd>\r\n  > </div>\r\n'
    expect(sourcesOf(markdown, 'strong')).toEqual(['**b**'])
    expect(sourcesOf(markdown, 'link')).toEqual(['[c](d)'])
    expect(sourcesOf(markdown, 'htmlElement')).toEqual([
      '<div>\r\n  >   **b** and\r\n  >   [c](d) <kbd>é</kbd>\r\n  > </div>',
      '<kbd>é</kbd>'
    ])
  })

  test('of an element reach from its start tag to its end tag', () => {
    expect(sourcesOf('a\n\n<details><summary>Q</summary>\n\nb\n\n</details>\n\nc', 'htmlElement')).toEqual([
      '<details><summary>Q</summary>\n\nb\n\n</details>',
      '<summary>Q</summary>'
    ])
  })
})
