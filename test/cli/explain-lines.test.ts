import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {explainLines} from '../../src/cli/explain-lines.ts'
import {extract} from '../../src/extract/extract.ts'
import {parse} from '../../src/parse/parse.ts'

function explain(markdown: string, all = false): string[] {
  const file = new VFile({value: markdown})
  return explainLines(extract(parse(file), file), {all})
}

const long = `# River questions\n\nRead on.\n\n${Array.from(
  {length: 400},
  (_, at) => `${at + 1}. ### What is brook ${at + 1}?\n\n     Water.\n\n     **[⬆ Back to top](#river-questions)**\n\n`
).join('')}`

test('explainLines() answers a README of 400 questions in a few lines', () => {
  expect(explain(long)).toEqual([
    'read as   heading-in-item   400 cards   97 % sure   41 % of the text',
    'No card from these lines:',
    '     3   Before the first question                 Read on.',
    '9-2403   A rule, break, badge or link to the top   **[⬆ Back to top](#river-questions)**   and 399 more',
    '`--all` lists every one.'
  ])
})

test('explainLines() lists every left-over with --all', () => {
  expect(explain(long, true)).toHaveLength(2 + 401)
})

test('explainLines() tells all of a short file, and which shape was not sure enough', () => {
  expect(explain('# Notes\n\nWhy do rivers bend?\n\nWater is lazy. It takes the way that is easiest.\n')).toEqual([
    'not read as   plain-question   1 card   20 % sure   88 % of the text',
    'No card from these lines:',
    '1-5   The file does not read as questions and answers   # Notes'
  ])
})
