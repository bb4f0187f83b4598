import {expect, test} from 'vitest'
import {repairSources} from '../../src/pipeline/repair-sources.ts'
import {memoryHost} from '../support/memory-host.ts'

const notes = `# Interview questions

- [What is a topic?](#what-is-topic)
- [What is a partition?](#What_is_a_partition)
- [What is an offset?](#what-is-an-offset)

## What is a topic?

- A <b>named log.
- It has partitions.
Producers write to it.

## What is a partition?

A piece of a [topic](#a-topic).

## What is an offset?

A place.
`

async function repaired(text: string, levels = {}) {
  const host = memoryHost({'/in/notes.md': text})
  const repairs = await repairSources(await host.readSources(['/in']), {levels}, host.rewriteSource)
  return {
    text: String(host.files.get('/in/notes.md')),
    repairs: repairs.map(({ruleId, repaired, left}) => [ruleId, repaired, ...(left ? [left] : [])])
  }
}

test('repairs change what they repair and no other character', async () => {
  const {text, repairs} = await repaired(notes)
  expect(text).toBe(
    notes
      .replace('#what-is-topic', '#what-is-a-topic')
      .replace('#What_is_a_partition', '#what-is-a-partition')
      .replace('log.\n', 'log.</b>\n')
      .replace('Producers', '\nProducers')
  )
  expect(repairs).toEqual([
    ['dead-anchor', 2],
    ['lazy-continuation', 1],
    ['unclosed-html', 1]
  ])
})

test('a second time changes nothing', async () => {
  const once = await repaired(notes)
  expect(await repaired(once.text)).toEqual({text: once.text, repairs: []})
})

test('line ends stay what they are', async () => {
  const windows = notes.replaceAll('\n', '\r\n')
  const {text} = await repaired(windows)
  expect(text).toBe((await repaired(notes)).text.replaceAll('\n', '\r\n'))
})

test('what is switched off is not repaired', async () => {
  const {text, repairs} = await repaired(notes, {'dead-anchor': 'off', 'unclosed-html': 'off'})
  expect(text).toBe(notes.replace('Producers', '\nProducers'))
  expect(repairs).toEqual([['lazy-continuation', 1]])
})

test('a file that changed meanwhile is left as it is', async () => {
  const host = memoryHost({'/in/notes.md': notes})
  const sources = await host.readSources(['/in'])
  host.files.set('/in/notes.md', '# Other\n')
  const repairs = await repairSources(sources, {levels: {'dead-anchor': 'off', 'unclosed-html': 'off'}}, host.rewriteSource)
  expect(repairs).toEqual([{path: '/in/notes.md', ruleId: 'lazy-continuation', repaired: 0, left: 'only Markdown in UTF-8 is edited'}])
  expect(host.files.get('/in/notes.md')).toBe('# Other\n')
})

test('the contents get a bullet for each question that they leave out, one below the other', async () => {
  const named = ['topic', 'partition', 'offset', 'broker', 'record', 'key', 'group', 'lag', 'log', 'leader']
  const bullet = (name: string) => `- [What is a ${name}?](#what-is-a-${name})\n`
  const text = (listed: readonly string[]) =>
    `# Interview questions\n\n${listed.map(bullet).join('')}\n${named.map((name) => `## What is a ${name}?\n\nIt is one.\n`).join('\n')}`
  const {text: whole, repairs} = await repaired(text(named.filter((name) => name !== 'offset' && name !== 'broker')))
  expect(whole).toBe(text(named))
  expect(repairs).toEqual([['question-without-contents', 2]])
})
