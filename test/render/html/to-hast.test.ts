import type {RootContent} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {mathFromMarkdown} from 'mdast-util-math'
import {gfm} from 'micromark-extension-gfm'
import {math} from 'micromark-extension-math'
import {expect, test} from 'vitest'
import type {HtmlOptions} from '../../../src/render/html/html-options.ts'
import {loadHighlighter} from '../../../src/render/html/load-highlighter.ts'
import {loadMathml} from '../../../src/render/html/load-mathml.ts'
import {mathjax} from '../../../src/render/html/mathjax.ts'
import {toHast} from '../../../src/render/html/to-hast.ts'
import {toHtml} from '../../../src/render/html/to-html.ts'
import {blocks} from '../../support/candidate.ts'

const options: HtmlOptions = {
  math: mathjax,
  highlight: await loadHighlighter(),
  image: (url) => (url === 'a.png' ? 'cp-1.png' : undefined)
}

function parse(markdown: string): RootContent[] {
  return fromMarkdown(markdown, {extensions: [gfm(), math()], mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()]}).children
}

function html(nodes: readonly RootContent[] | string, change: Partial<HtmlOptions> = {}): string {
  return toHtml(toHast(typeof nodes === 'string' ? parse(nodes) : nodes, {...options, ...change}))
}

function element(tagName: string, properties: Record<string, string | string[]>, ...children: RootContent[]): RootContent {
  return {type: 'htmlElement', tagName, properties, children}
}

const inside: RootContent = {type: 'text', value: 'inside'}

test.each<[string, string, string]>([
  ['escapes what HTML would read', 'a &lt; b & `<b>`', '<p>a &lt; b &amp; <code>&lt;b></code></p>'],
  [
    'colours code of a known language by class names',
    '```js\nlet a = 1\n```',
    '<pre><code class="language-js"><span class="hljs-keyword">let</span> a = <span class="hljs-number">1</span></code></pre>'
  ],
  [
    'knows a language by its alias',
    '```py\nNone\n```',
    '<pre><code class="language-py"><span class="hljs-literal">None</span></code></pre>'
  ],
  [
    'knows rare languages',
    '```dockerfile\nFROM a\n```',
    '<pre><code class="language-dockerfile"><span class="hljs-keyword">FROM</span> a</code></pre>'
  ],
  ['leaves code of an unknown language plain', '```zz\na <b\n```', '<pre><code class="language-zz">a &lt;b</code></pre>'],
  ['names no class after a language with strange letters', '```"><x\na\n```', '<pre><code>a</code></pre>'],
  ['sets inline math for MathJax on one line', '$a <\nb$', '<p><span class="math math-inline">\\(a &lt; b\\)</span></p>'],
  ['drops comments in TeX, which would swallow the rest of the line', '$$\na % b\nc\n$$', '<div class="math math-display">\\[a c\\]</div>'],
  ['shows a formula that would load something as its source', '$\\href{x}{y}$', '<p><code>\\href{x}{y}</code></p>'],
  ['uses the media name of a picture', '![a *b*](a.png "t")', '<p><img src="cp-1.png" alt="a b" title="t"></p>'],
  ['shows the alternative text of a picture that is missing', '![a](b.png)', '<p>a</p>'],
  [
    'keeps links to pages and addresses',
    '<https://a.b/c?d=é> <mailto:a@b.c>',
    '<p><a href="https://a.b/c?d=é">https://a.b/c?d=é</a> <a href="mailto:a@b.c">mailto:a@b.c</a></p>'
  ],
  ['keeps only the text of links that run or lead into the source', '[a](javascript:b) [c](#d) [e](f.md) [g](//h)', '<p>a c e g</p>'],
  ['turns shortcodes into emoji outside code', ':rocket: `:rocket:` :nobody:', '<p>🚀 <code>:rocket:</code> :nobody:</p>'],
  ['leaves times and scopes alone', '10:100:20 std::star::x', '<p>10:100:20 std::star::x</p>'],
  [
    'numbers footnotes per side, without links',
    'a[^y] b[^x]\n\n[^x]: c *d*\n\n[^y]: e',
    '<p>a<sup class="footnote-ref">1</sup> b<sup class="footnote-ref">2</sup></p>\n<ol class="footnotes">\n<li>e</li>\n<li>c <em>d</em></li>\n</ol>'
  ],
  [
    'shows the boxes of a task list',
    '- [x] a',
    '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled> a</li>\n</ul>'
  ]
])('toHast() %s', (_, markdown, expected) => {
  expect(html(markdown)).toBe(expected)
})

test('toHast() numbers footnotes through a side of which it gets a part', () => {
  const side = parse('a[^y] b\n\nc[^x]\n\n[^x]: d\n\n[^y]: e')
  const [stem] = side
  expect(toHtml(toHast(stem ? [stem] : [], options, side))).toBe('<p>a<sup class="footnote-ref">1</sup> b</p>')
  expect(toHtml(toHast(side.slice(1), options, side))).toBe(
    '<p>c<sup class="footnote-ref">2</sup></p>\n<ol class="footnotes">\n<li>e</li>\n<li>d</li>\n</ol>'
  )
})

test('toHast() makes a box of an alert, with its own title where it has one', () => {
  const [quote] = parse('> a')
  if (quote?.type !== 'blockquote') throw new TypeError('Expected a quote')
  expect(html([{...quote, data: {alert: 'tip'}}])).toBe('<div class="alert alert-tip"><p class="alert-title">Tip</p><p>a</p></div>')
  expect(html([{...quote, data: {alert: 'x"y', title: '<b>'}}])).toBe(
    '<div class="alert alert-xy"><p class="alert-title">&lt;b></p><p>a</p></div>'
  )
})

test.each<[string, RootContent, string]>([
  ['opens details', element('details', {}, element('summary', {}, inside)), '<details open><summary>inside</summary></details>'],
  ['drops a script with its inside', element('script', {}, inside), ''],
  ['drops frames', element('iframe', {src: 'https://a.b'}, inside), ''],
  ['drops style sheets', element('style', {}, inside), ''],
  ['leaves the inside of forms', element('form', {action: 'https://a.b'}, inside), 'inside'],
  [
    'takes event handlers, styles, classes and ids away',
    element('p', {onClick: 'a()', style: 'b', className: ['cloze'], id: 'c'}, inside),
    '<p>inside</p>'
  ],
  ['keeps alignment', element('p', {align: 'center'}, inside), '<p align="center">inside</p>'],
  ['takes unsafe links away', element('a', {href: 'java\nscript:a'}, inside), 'inside'],
  ['keeps safe links', element('a', {href: 'https://a.b', target: '_blank'}, inside), '<a href="https://a.b">inside</a>'],
  [
    'keeps the size of known pictures',
    element('img', {src: 'a.png', alt: 'A', width: '40', height: '1e9', onError: 'a()'}),
    '<img src="cp-1.png" alt="A" width="40">'
  ],
  ['never shows pictures from elsewhere', element('img', {src: 'https://a.b/c.png', alt: 'A'}), 'A']
])('toHast() %s', (_, node, expected) => {
  expect(html([node])).toBe(expected)
})

test('toHast() takes unsafe attributes off elements that parsing made Markdown of', () => {
  const source =
    '<p style="position:fixed" align="center" class="cloze" id="x">a</p>\n\n<ul style="x" class="y"><li id="z">b</li></ul>\n\n' +
    '<table style="x"><tr class="y"><td style="background:url(//a)" colspan="2">c</td></tr></table>\n\n<img src="a.png" width="40%" style="x">'
  expect(html(blocks(source))).toBe(
    '<p align="center">a</p>\n<ul>\n<li>b</li>\n</ul>\n<table><tr><td colspan="2">c</td></tr></table>\n<p><img src="cp-1.png" alt="" width="40%"></p>'
  )
})

test('toHast() plays sounds and shows pictures', () => {
  expect(html('![a](a.mp3)', {image: () => 'cp-1.mp3'})).toBe('<p><audio src="cp-1.mp3" controls></audio></p>')
  expect(html('![a](a.mp3)', {image: () => 'data:audio/mpeg;base64,AA=='})).toBe('<p>a</p>')
})

test('toHast() sets math as MathML where no script may run', async () => {
  expect(html('$a<b$', {math: await loadMathml()})).toBe(
    '<p><span class="math math-inline"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></semantics></math></span></p>'
  )
  expect(html('$\\frac$', {math: await loadMathml()})).toBe('<p><span class="math math-inline"><code>\\frac</code></span></p>')
})

test('an attribute that holds markup holds no tag that Anki would find by text', () => {
  expect(html([element('p', {title: '"><img src=x onerror=y> & a>b'}, inside)])).toBe(
    '<p title="&quot;>&lt;img src=x onerror=y> &amp; a>b">inside</p>'
  )
})
