import {expect, test} from 'vitest'
import {checked} from './support/checked.ts'

/** Three questions with answers; the first answer can be chosen. */
const guide = (answer = 'A log.', first = 'What is a topic?') =>
  `# Interview questions\n\n## ${first}\n\n${answer}\n\n## What is a partition?\n\nA piece.\n\n## What is an offset?\n\nA place.\n`

/** Markdown that looks like trouble and is none. */
const calm: Readonly<Record<string, string>> = {
  'the same stem over other code': guide('**Answer:** 1', 'What is printed?\n\n```js\n1\n```').replace(
    'What is a partition?\n',
    'What is printed?\n\n```js\n2\n```\n\n**Answer:** 2\n'
  ),
  'a question and its reverse': guide('Parse it.', 'How do you turn a string into a number?').replace(
    'What is a partition?',
    'How do you turn a number into a string?'
  ),
  'why after what': guide('A log.', 'What is a topic?').replace('What is a partition?', 'Why a topic?'),
  'two operators of one kind': guide('Loose.', 'What is ==?').replace('What is a partition?', 'What is ===?'),
  'a short tail': guide('Yes.', 'Is a topic a queue? If so, why?'),
  'a question in quotes': guide('Ask back.', 'What do you say to "Where do you see yourself in five years?"'),
  'a question in italics': guide('No.', 'A friend asks: *Should I restart the broker?* What do you think about it?'),
  'code in the stem': guide('3', 'What does the following code print: `1 + 2`?'),
  'numbers that begin again in a section': `# Interview questions\n\n## Topics\n\n${[1, 2, 3].map((n) => `### ${n}. What is a${n}?\n\nA log.\n`).join('\n')}\n## Logs\n\n${[1, 2, 3].map((n) => `### ${n}. What is b${n}?\n\nA file.\n`).join('\n')}`,
  'a level left out throughout': guide().replaceAll('## ', '#### '),
  'an element that overlaps another and is closed': guide('<p><a href="https://example.org"><div>A log.</div></a></p>'),
  'elements that may stand open': guide('<p>A log.<br>\n\n<ul><li>One<li>Two</ul>'),
  'links to ids, to the top and to headings with emoji': `${guide('See [a](#here), [b](#top), [c](#-more-️), [d](#what-is-a-partition).\n\n<a name="here"></a>')}\n# 🚀 More ⚡️\n`,
  'contents that list chapters': `- [A](#a)\n- [B](#b)\n- [C](#c)\n\n${['A', 'B', 'C'].map((name) => `# ${name}\n\n## What is ${name}1?\n\nIt.\n\n## What is ${name}2?\n\nIt.\n`).join('\n')}`,
  'fragments of another program': ['One two', 'Three four', 'Five six']
    .map((name) => `## What is ${name}?\n\nSee [it](#what_is_${name.replace(' ', '_')}).\n`)
    .join('\n'),
  'a list of open questions': `# Interview questions\n\n${[1, 2, 3, 4].map((n) => `## What is q${n}?\n`).join('\n')}`,
  'a wrapped item': guide('- A log that\nproducers append to.')
}

for (const [name, text] of Object.entries(calm))
  test(`no rule speaks of ${name}`, async () => {
    const {lines, drafts} = await checked({'notes.md': text})
    expect(lines).toEqual([])
    expect(drafts[0]?.extraction.candidates.length).toBeGreaterThan(2)
  })

test('a question is found again in another file, which the message names', async () => {
  const {drafts} = await checked({'a.md': guide(), 'b.md': guide().replace('partition', 'broker').replace('an offset', 'a record')})
  const [, second] = drafts
  expect(second?.source.file.messages.map(({line, ruleId, cause}) => [line, ruleId, String(cause)])).toEqual([
    [3, 'duplicate-question', '3:1-3:20: First asked in `/in/a.md`']
  ])
})
