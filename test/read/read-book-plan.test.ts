import {expect, test} from 'vitest'
import {readBookPlan} from '../../src/read/read-book-plan.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

async function plan(files: Readonly<Record<string, string>>, folders: readonly string[] = []): Promise<object> {
  return readBookPlan(await temporaryFolder(files), folders)
}

test('SUMMARY.md lists its links in order, those to other machines and places left out', async () => {
  expect(await plan({'SUMMARY.md': '# Summary\n\n- [B](./b.md#x)\n  - [A](deep/a%20b.md)\n- [Web](https://e.x)\n- [Here](#x)\n'})).toEqual({
    listed: ['b.md', 'deep/a b.md'],
    positions: new Map()
  })
})

test('mdBook keeps its summary in src and its title in book.toml', async () => {
  expect(await plan({'src/SUMMARY.md': '- [A](a.md)\n', 'book.toml': '[book]\ntitle = "The Book"\n'})).toEqual({
    title: 'The Book',
    listed: ['src/a.md'],
    positions: new Map()
  })
})

test('a wiki lists pages in its sidebar', async () => {
  expect(await plan({'_Sidebar.md': '* [[Home]]\n* [Set up](Set-up)\n'})).toMatchObject({listed: ['Home', 'Set-up']})
})

test('mkdocs.yml lists its navigation, nested or not, below its folder; tags of Python do no harm', async () => {
  const text =
    'site_name: Notes\nnav:\n  - index.md\n  - Deep:\n      - one: deep/1.md\n      - https://e.x\nmarkdown_extensions:\n  - x: !!python/name:a.b\n'
  expect(await plan({'mkdocs.yml': text})).toEqual({title: 'Notes', listed: ['docs/index.md', 'docs/deep/1.md'], positions: new Map()})
})

test('SUMMARY.md comes before mkdocs.yml, an empty one does not', async () => {
  const mkdocs = 'docs_dir: .\nnav: [z.md]\n'
  expect(await plan({'SUMMARY.md': '[a](a.md)', 'mkdocs.yml': mkdocs})).toMatchObject({listed: ['a.md']})
  expect(await plan({'SUMMARY.md': 'Soon.', 'mkdocs.yml': mkdocs})).toMatchObject({listed: ['./z.md']})
})

test('folders have places of Docusaurus, broken files none', async () => {
  const files = {'a/_category_.json': '{"label": "A", "position": 2.5}', 'b/_category_.json': 'oops', 'c/x.md': ''}
  expect(await plan(files, ['a', 'b', 'c'])).toEqual({listed: [], positions: new Map([['a', 2.5]])})
})
