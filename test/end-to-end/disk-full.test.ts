import {join} from 'node:path'
import {expect, test} from 'vitest'
import {contents} from '../support/folder-contents.ts'
import {isolates} from '../support/isolates.ts'
import {mainPath, runProcess} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const cards = Array.from(
  {length: 200},
  (_, index) => `## ${index}. What is part ${index}?\n\n**Answer:** Part ${index} of many, ${Math.sin(index)}.\n`
)
const guide = `# Kafka\n\n${cards.join('\n')}`
const old = {'kafka.csv': 'the last one'}

const canMount = isolates('mkdir -p /tmp && mount -t tmpfs -o size=16k tmpfs /tmp')

test.runIf(canMount)('a full disk: one sentence, exit 3, what was there is still there, nothing half-written stays', async () => {
  const cwd = await temporaryFolder({'kafka.md': guide, 'out/x': '', 'seen/x': ''})
  // The mount is gone with the command, so what it holds is copied out.
  const command = `mount -t tmpfs -o size=16k tmpfs out && printf '%s' '${old['kafka.csv']}' > out/kafka.csv; "$0" "$1" kafka.md --anki --csv; code=$?; cp -a out/. seen/; exit $code`
  const run = await runProcess('unshare', ['-rm', 'sh', '-c', command, process.execPath, mainPath], {cwd})
  expect(run).toEqual({
    code: 3,
    stdout: '',
    stderr: 'error: Nothing was written: ENOSPC: no space left on device, write. What was in the output folder is still there.\n'
  })
  expect(Object.keys(await contents(join(cwd, 'seen')))).toEqual(['kafka.csv', 'x'])
  expect(Object.keys(await contents(cwd))).not.toContain('cardpress.lock.json')
})

test.skipIf(process.platform === 'win32')('a file that grows beyond what the user may write ends likewise', async () => {
  const cwd = await temporaryFolder({'kafka.md': guide, 'out/kafka.csv': old['kafka.csv']})
  const run = await runProcess('bash', ['-c', 'ulimit -f 8; exec "$0" "$1" kafka.md --anki --csv', process.execPath, mainPath], {cwd})
  expect(run).toEqual({
    code: 3,
    stdout: '',
    stderr: 'error: Nothing was written: EFBIG: file too large, write. What was in the output folder is still there.\n'
  })
  expect(Object.keys(await contents(cwd))).toEqual(['kafka.md', 'out/kafka.csv'])
})
