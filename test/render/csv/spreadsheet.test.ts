import {execFileSync} from 'node:child_process'
import {expect, test} from 'vitest'
import {spreadsheet} from '../../../src/render/csv/spreadsheet.ts'
import {toCellText} from '../../../src/render/csv/to-cell-text.ts'
import {blocks} from '../../support/candidate.ts'
import {judgedBy} from '../../support/judged-by.ts'
import {type CardText, makeGuide} from '../../support/make-guide.ts'
import {renderContext} from '../../support/render-context.ts'

async function csv(...cards: readonly CardText[]): Promise<string> {
  const [output] = await spreadsheet.render(makeGuide(cards, {tags: ['kafka']}), renderContext())
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(output?.bytes)
}

test('a spreadsheet has a header row, CRLF and a row for each card, unanswered ones too', async () => {
  const text = await csv(
    {id: 'a', question: 'What is a *topic*, "really"?', answer: 'A log, named.', section: ['Basics', 'Core'], tags: ['easy']},
    {id: 'b', kind: 'unanswered', question: 'Why?'}
  )
  expect(text).toBe(
    'label,question,answer,section,tags,kind,id\r\n' +
      'L1,"What is a topic, ""really""?","A log, named.",Basics > Core,kafka easy,basic,a\r\n' +
      'L2,Why?,,,kafka,unanswered,b\r\n'
  )
})

test('a spreadsheet with multiple choice gets columns for the right letters and the options', async () => {
  const options = [
    {text: '`0`', right: false},
    {text: '`all`', right: true}
  ]
  expect(await csv({id: 'a', kind: 'mcq', question: 'Which?', options, answer: 'Answer: B', explanation: 'All.'})).toBe(
    'label,question,answer,section,tags,kind,id,right,option 1,option 2\r\n' + 'L1,Which?,"B. all\n\nAll.",,kafka,mcq,a,B,0,all\r\n'
  )
})

test('a spreadsheet asks a cloze by its hint and answers with the whole text', async () => {
  expect(await csv({id: 'a', kind: 'cloze', question: 'A {{c1::topic {{c2::log::kind}}}} is {{c3::named}}.'})).toBe(
    'label,question,answer,section,tags,kind,id\r\nL1,A [...] is [...].,A topic log is named.,,kafka,cloze,a\r\n'
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('a spreadsheet never runs %s', async (formula) => {
  expect(await csv({id: 'a', question: `${formula.replace('+', '\\+').replace('-', '\\-')}`, answer: 'x'})).toContain(`L1,'${formula},x`)
})

test.each<[string, string, string]>([
  ['keeps the lines of code', '```js\na()\n\n  b()\n```', 'a()\n\n  b()'],
  ['joins the lines of a paragraph and keeps breaks', 'a\nb  \nc', 'a b\nc'],
  ['puts a blank line between blocks', '# A\n\nb `c` **d**\n\n---\n\ne', 'A\n\nb c d\n\ne'],
  ['shows lists with bullets, numbers, boxes and depth', '3. a\n4. b\n   - [x] c\n   - [ ] d', '3. a\n4. b\n   • [x] c\n   • [ ] d'],
  ['keeps code below its item', '- a\n\n  ```\n  b\n    c\n  ```', '• a\n\n  b\n    c'],
  ['shows tables by lines', '| a | b |\n|-|-|\n| `c` | d |', 'a | b\nc | d'],
  ['keeps formulas, alternative texts and link texts', '$a$ ![b](c.png) [d](https://e.f)', '$a$ b d'],
  ['puts footnotes at the end', 'a[^x]\n\n[^x]: b', 'a[x]\n\n[x] b'],
  ['turns shortcodes into emoji', ':rocket:', '🚀']
])('toCellText() %s', (_, markdown, text) => {
  expect(toCellText(blocks(markdown))).toBe(text)
})

judgedBy('python')("Python's csv reads a spreadsheet as it was written", async () => {
  const text = await csv(
    {id: 'a', question: 'One, "two"\n\n```\nthree;\n```', answer: '- ä\n- 👋'},
    {id: 'b', question: '# x', answer: '\\=1'}
  )
  const script = 'import csv,io,json,sys;print(json.dumps(list(csv.reader(io.TextIOWrapper(sys.stdin.buffer,"utf-8",newline="")))))'
  expect(JSON.parse(execFileSync('python3', ['-c', script], {input: text, encoding: 'utf8'}))).toEqual([
    ['label', 'question', 'answer', 'section', 'tags', 'kind', 'id'],
    ['L1', 'One, "two"\n\nthree;', '• ä\n• 👋', '', 'kafka', 'basic', 'a'],
    ['L2', 'x', "'=1", '', 'kafka', 'basic', 'b']
  ])
})
