import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {toPlainText} from '../../src/mdast/to-plain-text.ts'
import {parse} from '../../src/parse/parse.ts'

test.each([
  ['# *A* **b** ~~c~~ `d  e`', 'A b c d e'],
  ['```js\nlet a = 1\n```\n\n    b', 'let a = 1 b'],
  ['- [x] a\n- [ ] b\n\n1. c', 'a b c'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b 1 2'],
  ['[text](http://x "title") ![alt](y.png) <http://z>', 'text alt http://z'],
  ['a[^n]b\n\n[^n]: note', 'ab note'],
  ['a<!-- hidden -->b &amp; \\* c\\\nd', 'ab & * c d'],
  ['$x^2$\n\n$$\ny\n$$', '$x^2$ $$ y $$'],
  ['---\ntitle: t\n---\n> q\n\n---\n\nr\n===', 'q r']
])('toPlainText() of %j is %j', (markdown, expected) => {
  expect(toPlainText(parse(new VFile(markdown)))).toBe(expected)
})

test('toPlainText() takes a list of nodes and keeps blocks apart', () => {
  expect(toPlainText(parse(new VFile('a\n\nb')).children)).toBe('a b')
  expect(toPlainText([])).toBe('')
})
