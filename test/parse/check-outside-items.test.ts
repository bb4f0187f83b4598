import {expect, test} from 'vitest'
import {toPlainText} from '../../src/mdast/to-plain-text.ts'
import {toTree} from '../../src/parse/to-tree.ts'

test('a box below an empty bullet is text, and one in an item is a box', () => {
  const [list, paragraph] = toTree('*\n[ ] a\n').children
  expect(list?.type === 'list' && list.children.map(({checked}) => checked)).toEqual([null])
  expect(paragraph && toPlainText(paragraph)).toBe('[ ] a')
  expect(paragraph?.type === 'paragraph' && paragraph.children[0]?.position).toEqual({
    start: {line: 2, column: 1, offset: 2},
    end: {line: 2, column: 6, offset: 7}
  })
  const [tasks] = toTree('- [x] a\n- [ ] b\n- c\n').children
  expect(tasks?.type === 'list' && tasks.children.map(({checked}) => checked)).toEqual([true, false, null])
})
