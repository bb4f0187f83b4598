import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {type BuildOptions, build} from '../../src/pipeline/build.ts'
import {memoryHost} from '../support/memory-host.ts'

const open =
  '# Bare\n\n## What is a log?\n\n**Answer:**\n\n## What is a broker?\n\n**Answer:**\n\n## What is a key?\n\n**Answer:** A name.\n'

test('questions without an answer become cards on demand, and an answer that comes later is an edit', async () => {
  const memory = memoryHost({'/in/bare.md': open})
  const counts = async (nowSeconds: number, unanswered: boolean) => {
    const options: BuildOptions = {formats: ['anki'], layouts: [], paper: 'A4', csvFormat: 'anki', unanswered}
    const {diff, files} = await build(['/in'], options, {...memory, nowSeconds, readAsset: (url: URL) => readFile(url)})
    return [files.map(({count, remarks}) => [count, remarks]), diff.map((guide) => guide.counts)]
  }
  const none = {new: 0, reworded: 0, changed: 0, moved: 0, removed: 0, unchanged: 0}
  expect(await counts(6000, false)).toEqual([[[1, ['2 unanswered left out']]], [{...none, new: 1}]])
  expect(await counts(7000, true)).toEqual([[[3, []]], [{...none, new: 2, unchanged: 1}]])
  memory.files.set('/in/bare.md', open.replace('**Answer:**\n', '**Answer:** A list.\n'))
  expect(await counts(8000, true)).toEqual([[[3, []]], [{...none, changed: 1, unchanged: 2}]])
  expect(await counts(9000, false)).toEqual([[[2, ['1 unanswered left out']]], [{...none, removed: 1, unchanged: 2}]])
})
