import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {extract} from '../../src/extract/extract.ts'
import type {Candidate} from '../../src/guide/candidate.ts'
import {contentHash} from '../../src/guide/content-hash.ts'
import {fingerprints} from '../../src/guide/natural-ids.ts'
import {toPlainText} from '../../src/mdast/to-plain-text.ts'
import {parse} from '../../src/parse/parse.ts'
import {toReport} from '../../src/report/to-report.ts'

function read(text: string): {readonly candidates: readonly Candidate[]; readonly file: VFile} {
  const file = new VFile({path: 'notes.md', value: text})
  return {candidates: extract(parse(file), file).candidates, file}
}

const notes = [
  '# Kafka questions',
  '## Producers\n<!-- qr: https://example.com/p -->',
  '### What is a topic?\n\nA log.',
  '### Retries\n\n<!-- QR:https://EXAMPLE.com -->',
  '#### Why retry?\n\nBrokers fail.',
  '## Consumers',
  '### What is a group?\n\nConsumers that share the work.'
]

test('The address below a heading that groups is of all its cards, and of no other', () => {
  const {candidates, file} = read(notes.join('\n\n').replace('### Retries', '## Retries').replace('#### Why', '### Why'))
  expect(candidates.map(({section, sectionAddresses}) => [section.join(' > '), sectionAddresses])).toEqual([
    ['Producers', ['https://example.com/p']],
    ['Retries', ['https://example.com/']],
    ['Consumers', undefined]
  ])
  expect(file.messages).toEqual([])
})

test('Sections below a section with an address keep it, at its level', () => {
  const {candidates} = read(
    '# Kafka questions\n\n## A\n<!-- qr: https://example.com/a -->\n\n### B\n\n#### What is a topic?\n\nA log.\n\n### C\n<!-- qr: https://example.com/c -->\n\n#### What is a group?\n\nConsumers that share the work.\n'
  )
  expect(candidates.map(({section, sectionAddresses}) => [section, sectionAddresses])).toEqual([
    [
      ['A', 'B'],
      ['https://example.com/a', '']
    ],
    [
      ['A', 'C'],
      ['https://example.com/a', 'https://example.com/c']
    ]
  ])
})

test('Addresses change no kind, section, hash or fingerprint, wherever they stand', () => {
  const identity = (text: string) =>
    read(text).candidates.map((candidate) => [
      candidate.kind,
      candidate.section,
      contentHash(candidate, new Map()),
      fingerprints(candidate, toPlainText(candidate.answer))
    ])
  const bare = notes.map((part) => part.replace(/\s*<!--.*-->/, ''))
  const everywhere = bare.map((part) => part.replace(/^(#.*)/, '$1\n<!-- qr: https://example.com/x -->'))
  expect(identity(notes.join('\n\n'))).toEqual(identity(bare.join('\n\n')))
  expect(identity(everywhere.join('\n\n'))).toEqual(identity(bare.join('\n\n')))
  expect(everywhere.join('\n')).toMatch(/(qr[\s\S]*){7}/)
})

test('What is no address on the web, and what stands below a question or the title, is told with its place', () => {
  const {candidates, file} = read(
    '# Kafka questions\n<!-- qr: https://example.com/title -->\n\n## Producers\n<!-- qr: javascript:alert(1) -->\n\n### What is a topic?\n<!-- qr: https://example.com/q -->\n\nA log.\n'
  )
  expect(candidates.map(({sectionAddresses}) => sectionAddresses)).toEqual([undefined])
  expect(toReport([file], {all: true})).toMatchInlineSnapshot(`
    "notes.md
    2:1-2:39 warning Unexpected \`<!-- qr: -->\` here, expected it right below a heading that groups questions                                             qr-address cardpress
      [note]:
        For the whole guide, say \`qr: https://example.com/notes\` in the front matter.
    5:1-5:33 warning Unexpected \`javascript:alert(1)\` in \`<!-- qr: -->\`, expected an address of 300 characters at most such as https://example.com/notes qr-address cardpress
      [note]:
        For the whole guide, say \`qr: https://example.com/notes\` in the front matter.
    8:1-8:35 warning Unexpected \`<!-- qr: -->\` here, expected it right below a heading that groups questions                                             qr-address cardpress
      [note]:
        For the whole guide, say \`qr: https://example.com/notes\` in the front matter.

    ⚠ 3 warnings"
  `)
})
