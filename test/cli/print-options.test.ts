import {expect, test} from 'vitest'
import {runCardpress} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

test.each([
  [['--answers', 'end'], 'Unexpected --answers end without a layout that can have it, expected --layout guide or largeprint'],
  [['--mark-changes'], 'Unexpected --mark-changes without a layout that draws bars, expected --layout guide'],
  [
    ['--answers', 'end', '--layout', 'key'],
    'Unexpected --answers end without a layout that can have it, expected --layout guide or largeprint'
  ]
])('%j is wrong usage', async (args, message) => {
  const cwd = await temporaryFolder({'notes.md': '## What?\n\nThis.\n'})
  expect(await runCardpress(['notes.md', ...args], {cwd})).toEqual({code: 2, stdout: '', stderr: `error: ${message}\n`})
})
