import {expect, test} from 'vitest'
import {readDrafts} from '../../src/pipeline/read-drafts.ts'
import {settleGuides} from '../../src/pipeline/settle-guides.ts'
import {type MemoryHost, memoryHost} from '../support/memory-host.ts'

const notes = (title: string) =>
  `# ${title}\n\n## 1. What is ${title}?\n\n**Answer:**\n\nA thing.\n\n## 2. Why ${title}?\n\n**Answer:**\n\nBecause.\n`

/** Builds the files below a folder as if the user had named that folder, and keeps the locks. */
async function build(host: MemoryHost, home: string) {
  const sources = (await host.readSources([])).filter(({file}) => file.path.startsWith(`${home}/`)).map((source) => ({...source, home}))
  const settlement = await settleGuides(await readDrafts(sources), host)
  for (const {path, text} of settlement.locks) host.files.set(path, text)
  return Object.fromEntries(
    settlement.guides.map(({draft, changes}) => [draft.source.file.path, `${changes.new} new, ${changes.same} same`])
  )
}

const locks = ({files}: MemoryHost) => [...files.keys()].filter((path) => path.endsWith('.json'))

test('a folder above a lock starts no second one for what that knows, nor for what stands beside', async () => {
  const host = memoryHost({'/in/source/a.md': notes('Java')})
  await build(host, '/in/source')
  host.files.set('/in/source/b.md', notes('SQL'))
  expect(await build(host, '/in')).toEqual({'/in/source/a.md': '0 new, 2 same', '/in/source/b.md': '2 new, 0 same'})
  expect(await build(host, '/in/source')).toEqual({'/in/source/a.md': '0 new, 2 same', '/in/source/b.md': '0 new, 2 same'})
  expect(locks(host)).toEqual(['/in/source/cardpress.lock.json'])
})

test('a file that no lock lies above gets one in the folder named, and the others keep theirs', async () => {
  const host = memoryHost({'/in/source/a.md': notes('Java')})
  await build(host, '/in/source')
  host.files.set('/in/more/b.md', notes('SQL'))
  expect(await build(host, '/in')).toEqual({'/in/source/a.md': '0 new, 2 same', '/in/more/b.md': '2 new, 0 same'})
  expect(locks(host)).toEqual(['/in/source/cardpress.lock.json', '/in/cardpress.lock.json'])
  // What came to the upper lock stays known there when the lower folder is named.
  host.files.set('/in/source/c.md', notes('Kafka'))
  expect(await build(host, '/in')).toMatchObject({'/in/source/c.md': '2 new, 0 same'})
  expect(await build(host, '/in/source')).toEqual({'/in/source/a.md': '0 new, 2 same', '/in/source/c.md': '0 new, 2 same'})
})

test('where two locks know a file, the one that was used for this folder goes on', async () => {
  const host = memoryHost({'/in/source/a.md': notes('Java')})
  await build(host, '/in')
  const [upper = ''] = locks(host)
  const lower = '/in/source/cardpress.lock.json'
  host.files.set(lower, String(host.files.get(upper)).replace('"source/a.md"', '"a.md"').replaceAll('"mod":1000', '"mod":900'))
  const before = host.files.get(lower)
  host.files.set('/in/source/a.md', notes('Java').replace('A thing', 'A language'))
  await build(host, '/in')
  expect(host.files.get(lower)).toBe(before)
  expect(String(host.files.get(upper))).toContain('"mod":5000')
})

test('a damaged lock below that names the file is not passed over', async () => {
  const host = memoryHost({'/in/source/a.md': notes('Java')})
  await build(host, '/in/source')
  const path = '/in/source/cardpress.lock.json'
  host.files.set(path, `<<<<<<< HEAD\n${host.files.get(path)}`)
  expect(await build(host, '/in')).toEqual({})
  expect(locks(host)).toEqual([path])
})
