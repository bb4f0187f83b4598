import {expect, test} from 'vitest'
import {checked} from './support/checked.ts'

const repeated = '## What is a topic?\n\nA log.\n\n## What is a partition?\n\nA piece.\n\n## What is a topic?\n\nA log.\n'
const told = '9:1 warning duplicate-question Unexpected question asked before, expected one card per question'

test('a rule speaks with its own level where nobody sets one', async () => {
  expect((await checked({'a.md': repeated})).lines).toEqual([told])
})

test('front matter sets levels for its file alone', async () => {
  const off = '---\ncardpress:\n  rules:\n    duplicate-question: off\n---\n'
  expect((await checked({'a.md': off + repeated})).lines).toEqual([])
  const error = off.replace('off', 'error')
  const {lines} = await checked({
    'a.md': error + repeated,
    'b.md': '## What is a log?\n\nA file.\n\n## What is a file?\n\nBytes.\n\n## What is a log?\n\nA file.\n'
  })
  expect(lines).toEqual(['14:1 error duplicate-question Unexpected question asked before, expected one card per question', told])
})

test('the command line wins over front matter', async () => {
  const off = '---\ncardpress:\n  rules:\n    duplicate-question: off\n---\n'
  const {lines} = await checked({'a.md': off + repeated}, {'duplicate-question': 'info'})
  expect(lines).toEqual(['14:1 info duplicate-question Unexpected question asked before, expected one card per question'])
})

test('YAML that says `false` switches a rule off', async () => {
  expect((await checked({'a.md': `---\ncardpress: {rules: {duplicate-question: false}}\n---\n${repeated}`})).lines).toEqual([])
})

test('a comment speaks of the next line that is not blank', async () => {
  const marked = repeated.replace(/(?=## What is a topic\?\n\nA log\.\n$)/, '<!-- cardpress-disable-next-line duplicate-question -->\n\n')
  expect((await checked({'a.md': marked})).lines).toEqual([])
})

test('comments switch off from their place on, and on again', async () => {
  const third = `${repeated}\n<!-- cardpress-enable -->\n\n## What is a topic?\n\nA log.\n`
  const marked = third.replace('## What is a partition?', '<!-- cardpress-disable -->\n\n## What is a partition?')
  expect((await checked({'a.md': marked})).lines).toEqual([
    '17:1 warning duplicate-question Unexpected question asked before, expected one card per question'
  ])
})

test('a comment in code is code', async () => {
  const marked = repeated.replace('A log.', 'A log.\n\n```html\n<!-- cardpress-disable -->\n```')
  expect((await checked({'a.md': marked})).lines).toEqual([
    '13:1 warning duplicate-question Unexpected question asked before, expected one card per question'
  ])
})

test('messages of other phases obey under the id of a rule, facts of the run do not', async () => {
  const text = '## What is a topic?\n\n![](a.png)\n\nA log.\n\n## What is a partition?\n\nA piece.\n\n## What is an offset?\n\nA place.\n'
  const lines = ['3:1 warning missing-image Unexpected image `a.png`, expected a file that exists']
  expect((await checked({'a.md': text})).lines).toEqual(lines)
  expect((await checked({'a.md': text}, {'missing-image': 'off'})).lines).toEqual([])
  expect((await checked({'a.md': '---\ntitel: x\n---\n<!-- cardpress-disable -->\n'})).lines).toEqual([
    '2:1 warning front-matter-key Unexpected key `titel` in the front matter, did you mean `title`?'
  ])
})

test('an id that no rule has is told, with the one that was meant', async () => {
  const text = '---\ncardpress: {rules: {long-answers: off}}\n---\n\n<!-- cardpress-disable nonsense -->\n'
  expect((await checked({'a.md': text})).lines).toEqual([
    'undefined:undefined warning unknown-rule Unexpected rule `long-answers`, expected `long-answer`',
    '5:1 warning unknown-rule Unexpected rule `nonsense`, expected the id of one in docs/rules.md'
  ])
})

test('a level that there is not is told where it stands', async () => {
  expect((await checked({'a.md': '---\ncardpress:\n  rules: {long-answer: loud}\n---\n'})).lines).toEqual([
    '2:1 warning front-matter-type Unexpected value of `cardpress` in the front matter, expected `rules` with `off`, `info`, `warning` or `error` for each'
  ])
})
