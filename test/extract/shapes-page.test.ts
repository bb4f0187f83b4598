import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {recognisers} from '../../src/extract/recognisers.ts'
import {shapesPage} from './support/shapes-page.ts'

test('docs/shapes.md shows every shape as its TSDoc does', async () => {
  await expect(shapesPage()).toMatchFileSnapshot(fileURLToPath(new URL('../../docs/shapes.md', import.meta.url)))
})

test('Every recogniser is called like its file, and no two alike', () => {
  const ids = recognisers.map(({id}) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
