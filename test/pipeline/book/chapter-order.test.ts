import {expect, test} from 'vitest'
import {type Chapter, chapterOrder} from '../../../src/pipeline/book/chapter-order.ts'

function order(chapters: readonly (string | Chapter)[], listed: readonly string[] = [], positions: Record<string, number> = {}): string {
  const given = chapters.map((chapter) => (typeof chapter === 'string' ? {path: chapter, position: undefined} : chapter))
  return chapterOrder(given, {listed, positions: new Map(Object.entries(positions))})
    .map(({path}) => path)
    .join(' ')
}

test('without a list: README first, numbers as numbers, folders among files', () => {
  expect(order(['10-end.md', '2-middle.md', 'README.md', 'b/x.md', 'a.md', 'b/README.md'])).toBe(
    'README.md 2-middle.md 10-end.md a.md b/README.md b/x.md'
  )
})

test('a list decides, however it names the files; what it leaves out follows', () => {
  expect(order(['a.md', 'b/README.md', 'c d.md', 'z.md'], ['z.md', 'C-D', 'b/'])).toBe('z.md c d.md b/README.md a.md')
})

test('a wiki names pages without their folders', () => {
  expect(order(['pages/Home.md', 'pages/Set-up.md'], ['Set up', 'Home'])).toBe('pages/Set-up.md pages/Home.md')
})

test('places of files and folders of Docusaurus, those without one last', () => {
  expect(
    order(['intro.md', {path: 'last.md', position: 9}, {path: 'deep/two.md', position: 2}, {path: 'deep/one.md', position: 1}], [], {
      deep: 3
    })
  ).toBe('deep/one.md deep/two.md last.md intro.md')
})
