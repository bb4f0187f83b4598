import {expect, test} from 'vitest'
import {fromAnkiHtml} from '../../src/read/from-anki-html.ts'
import {writeBlocks} from '../../src/render/markdown/write-blocks.ts'

const options = {addressOf: (name: string) => `media/${name}`, nextFootnote: () => '7'}

function toMarkdown(html: string, own: boolean): string {
  return writeBlocks(fromAnkiHtml(html, {...options, own})).trimEnd()
}

test.for<[string, string]>([
  ['être', 'être'],
  ['<div>one</div><div>two <b>three</b></div>', 'one\n\ntwo **three**'],
  ['a<br>b', 'a\\\nb'],
  ['<img src="p.png"> [sound:x.mp3]', '![](media/p.png) ![](media/x.mp3)'],
  ['\\(a_1\\) and \\[b\\] and [$]c[/$] and [$$]d[/$$]', '$a_1$ and $b$ and $c$ and $d$'],
  ['1 * 2 * 3 &lt;b&gt; $5 ==no==', '1 \\* 2 \\* 3 \\<b> \\$5 \\==no\\=='],
  ['H<sub>2</sub>O <u>x</u> <mark>y</mark>', 'H<sub>2</sub>O <u>x</u> ==y=='],
  ['<pre><code class="language-js">a()\n</code></pre>', '```js\na()\n```'],
  ['A {{c1::b::c}}', 'A {{c1::b::c}}'],
  ['<script>alert(1)</script><style>p{}</style>text', 'text']
])('a field of another tool, %s, is Markdown', ([html, markdown]) => {
  expect(toMarkdown(html, false)).toBe(markdown)
})

test.for<[string, string]>([
  ['<p>a<br>\nb<br>c</p>', 'a\\\nb<br>c'],
  ['<b>a</b> <strong>b</strong>', '<b>a</b> **b**'],
  ['<span class="math math-inline">\\(a &lt; b\\)</span>', '$a < b$'],
  ['<div class="math math-display">\\[a\\]</div>', '$$\na\n$$'],
  ['<div class="alert alert-note"><p class="alert-title">Note</p>\n<p>x</p></div>', '> [!NOTE]\n> x'],
  ['<div class="alert alert-tip"><p class="alert-title">Mine</p>\n<p>x</p></div>', '> [!TIP] Mine\n> x'],
  ['x<sup class="footnote-ref">1</sup>\n<ol class="footnotes">\n<li>note</li>\n</ol>', 'x[^7]\n\n[^7]: note']
])('a field of ours, %s, is the Markdown it came from', ([html, markdown]) => {
  expect(toMarkdown(html, true)).toBe(markdown)
})
