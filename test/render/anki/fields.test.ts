import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {toGuide} from '../../../src/pipeline/to-guide.ts'
import {toNotes} from '../../../src/render/anki/to-notes.ts'
import {type CardText, makeGuide} from '../../support/make-guide.ts'

async function fields(card: Omit<CardText, 'id'>): Promise<readonly string[]> {
  const file = new VFile({path: 'made.md'})
  const {notes} = await toNotes(makeGuide([{id: 'a', ...card}]), file)
  expect(file.messages.map(String)).toEqual([])
  return notes[0]?.fields ?? []
}

test('toNotes() fills the fields of a basic card and moves nothing that moves by itself into them', async () => {
  expect(await fields({question: 'What is *x*?', answer: 'a\n\nb', explanation: 'c', section: ['A & B', 'C']})).toEqual([
    'What is <em>x</em>?',
    '<p>a</p>\n<p>b</p>',
    'c',
    'A &amp; B › C',
    '',
    'L1',
    '',
    '{"card":"a","guide":"made","hash":"ICahWMrHrUPZLITabXex9N","question":"sfOHgzoghPBrZ7TV","answer":"xeOIlhydMf7O6IyV","section":"xvQMSyFT","format":1}',
    '',
    '',
    ''
  ])
})

test('toNotes() shows options on the front and marks the right one on the back', async () => {
  const options = [
    {text: 'no', right: false},
    {text: '*yes*', right: true}
  ]
  const [question, answer, explanation] = await fields({kind: 'mcq', question: 'Which?', options, answer: '(B)', explanation: 'Because.'})
  expect([question, answer, explanation]).toEqual([
    'Which?\n<ol class="options" type="A">\n<li>no</li>\n<li><em>yes</em></li>\n</ol>',
    '<ol class="options" type="A">\n<li class="wrong">no</li>\n<li class="right"><span class="check">✓</span> <em>yes</em></li>\n</ol>',
    'Because.'
  ])
})

test('toNotes() numbers footnotes through question and options, and lists them below the options', async () => {
  const markdown = '# Notes\n\n## Which[^y]?\n\n- [x] one[^x]\n- [ ] two\n\n[^x]: ex\n\n[^y]: why\n'
  const {guide = makeGuide([]), file} = await toGuide(markdown, {dateSeconds: 0})
  const [question, answer] = (await toNotes(guide, file)).notes[0]?.fields ?? []
  expect([question, answer]).toEqual([
    'Which<sup class="footnote-ref">1</sup>?\n<ol class="options" type="A">\n<li>one<sup class="footnote-ref">2</sup></li>\n<li>two</li>\n</ol>\n<ol class="footnotes">\n<li>why</li>\n<li>ex</li>\n</ol>',
    '<ol class="options" type="A">\n<li class="right"><span class="check">✓</span> one<sup class="footnote-ref">2</sup></li>\n<li class="wrong">two</li>\n</ol>'
  ])
})

test('toNotes() keeps what an answer to multiple choice says beyond letters', async () => {
  const options = [{text: 'yes', right: true}]
  expect((await fields({kind: 'mcq', question: 'Which?', options, answer: 'It was always yes.'}))[1]).toBe(
    '<ol class="options" type="A">\n<li class="right"><span class="check">✓</span> yes</li>\n</ol>\nIt was always yes.'
  )
})

test.each<[string, string, string]>([
  ['sounds', '[sound:a.mp3]', '&#91;sound:a.mp3]'],
  ['sounds in code', '`[sound:a.mp3]`', '<code>&#91;sound:a.mp3]</code>'],
  [
    'old LaTeX',
    '`[$]a[/$]` `[$$]b[/$$]` [latex]c[/LaTeX]',
    '<code>&#91;$]a&#91;/$]</code> <code>&#91;$$]b&#91;/$$]</code> &#91;latex]c&#91;/LaTeX]'
  ],
  ['voices', '[anki:tts lang=en_US]a[/anki:tts]', '&#91;anki:tts lang=en_US]a&#91;/anki:tts]'],
  ['clozes', '`{{c1::a}}` {{C2::b}}', '<code>&#123;{c1::a}}</code> &#123;{C2::b}}'],
  ['math delimiters', 'a \\\\(b\\\\) `\\(c\\)`', 'a \\<span></span>(b\\<span></span>) <code>\\(c\\)</code>']
])("toNotes() breaks Anki's own markers for %s", async (_, markdown, html) => {
  expect((await fields({question: 'x', answer: markdown}))[1]).toBe(html)
})

test.each<[string, string, string]>([
  ['in text with a hint', 'a {{c1::b::c}} d', 'a {{c1::b::c}} d'],
  ['around marks', '{{c1::a **b** `c`}}', '{{c1::a <strong>b</strong> <code>c</code>}}'],
  [
    'around code that looks like markup',
    '{{c1::`std::map<int, int>{{}}`}}',
    '{{c1::<code>std&#58;&#58;map&lt;int, int>{{&#125;&#125;</code>}}'
  ],
  ['in code', '`f({{c1::a}})`', '<code>f({{c1::a}})</code>'],
  ['around braces in code', '`{{c1::f() {}}}`', '<code>{{c1::f() {&#125;}}</code>'],
  ['in formulas', '$\\frac{{{c1::a_{b}::c}}}{d}$', '<span class="math math-inline">\\(\\frac{{{c1::a_{b} ::c}}}{d}\\)</span>'],
  ['in each other', '{{c1::a {{c2::b}}}}', '{{c1::a {{c2::b}}}}'],
  ['with a brace that never closes', '`{{c1::if (a) {}}`', '<code>{{c1::if (a) {}}</code>'],
  [
    'in coloured code',
    '```js\nlet {{c1::a = 1::what?}}\n```',
    '<pre><code class="language-js"><span class="hljs-keyword">let</span> {{c1::a = <span class="hljs-number">1</span>::what?}}</code></pre>'
  ],
  ['around a link', '{{c1::[a](https://b.c/::d)}}', '{{c1::<a href="https://b.c/%3A%3Ad">a</a>}}']
])('toNotes() keeps clozes %s', async (_, question, text) => {
  expect((await fields({kind: 'cloze', question}))[0]).toBe(text)
})

test('toNotes() makes a card for each number, once', async () => {
  const {notes} = await toNotes(makeGuide([{id: 'a', kind: 'cloze', question: '{{c3::a}} {{c1::b}} {{c3::c}}'}]), new VFile())
  expect(notes.map(({ords}) => ords)).toEqual([[0, 2]])
})

test('toNotes() reports clozes and questions that Anki could not show, and leaves them out', async () => {
  const file = new VFile({path: 'made.md', value: '\n\n\n\n'})
  const {notes} = await toNotes(
    makeGuide([
      {id: 'a', kind: 'cloze', question: 'no gap'},
      {id: 'b', kind: 'cloze', question: '{{c0::a}}'},
      {id: 'c', kind: 'cloze', question: '{{c500::a}}'},
      {id: 'd', kind: 'cloze', question: '{{c1::a'},
      {id: 'e', question: '![](gone.png)', answer: 'a'}
    ]),
    file
  )
  expect(notes).toEqual([])
  expect(file.messages.map((message) => `${message.line} ${message.ruleId} ${message.reason}`)).toEqual([
    '1 cloze Unexpected text without a gap, expected `{{c1::words}}` in it',
    '1 cloze Unexpected cloze number 0, expected 1 to 499',
    '1 cloze Unexpected cloze number 500, expected 1 to 499',
    '1 cloze Unexpected cloze without an end, expected `}}` after it',
    '1 empty-question Unexpected empty question, expected words or a picture'
  ])
})
