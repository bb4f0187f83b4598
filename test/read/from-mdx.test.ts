import {expect, test} from 'vitest'
import {fromMdx} from '../../src/read/from-mdx.ts'

test('fromMdx() blanks imports, exports and comments and keeps every line where it was', () => {
  const mdx = [
    "import Tabs from '@theme/Tabs'",
    'import {',
    '  a',
    "} from './a.js'",
    'export const meta = {',
    '  title: 1',
    '}',
    '',
    '# Import duty, exported',
    '',
    'export your data; import it again.',
    '{/* a note',
    'of two lines */}',
    '<Tabs>text</Tabs>',
    '',
    '```js',
    "import x from 'x'",
    '{/* code */}',
    '```'
  ]
  expect(fromMdx(mdx.join('\n')).split('\n')).toEqual([...Array(8).fill(''), ...mdx.slice(8, 11), '', '', ...mdx.slice(13)])
})
