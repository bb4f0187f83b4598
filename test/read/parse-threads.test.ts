import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {parse} from '../../src/parse/parse.ts'
import {parseInParallel} from '../../src/parse/parse-in-parallel.ts'
import {startParseThreads} from '../../src/read/parse-threads.ts'

const text = Array.from({length: 400}, (_, index) => `## What is ${index}?\n\nA *thing* with \`code\` and [a link][x].\n\n`).join('')
const source = `${text}[x]: https://example.org\n`

test('threads parse stretches to the tree of one thread', async () => {
  const threads = startParseThreads(source, 2)
  const answered: unknown[] = []
  const helpers = {
    count: threads.count,
    parse: async (stretch: Parameters<typeof threads.parse>[0]) => {
      const packed = await threads.parse(stretch)
      answered.push(packed)
      return packed
    }
  }
  try {
    const tree = await parseInParallel(new VFile(source), helpers, 2_000)
    expect(JSON.stringify(tree)).toBe(JSON.stringify(parse(new VFile(source))))
    expect(answered.length).toBeGreaterThan(0)
    expect(answered).not.toContain(undefined)
  } finally {
    await threads.close()
  }
})

test('what threads that have ended were asked is parsed here', async () => {
  const threads = startParseThreads(source, 1)
  await threads.close()
  const tree = await parseInParallel(new VFile(source), threads, 2_000)
  expect(JSON.stringify(tree)).toBe(JSON.stringify(parse(new VFile(source))))
})
