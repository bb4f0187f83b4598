import {spawn, spawnSync} from 'node:child_process'
import {mkdir, readdir, utimes} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {temporaryFile} from '../../src/write/temporary-file.ts'
import {writeFiles} from '../../src/write/write-files.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

/** The number of a process that is over. */
const gone = spawnSync(process.execPath, ['-e', '']).pid

/** Makes a file look so old. */
async function age(path: string, minutes: number): Promise<void> {
  const seconds = Date.now() / 1000 - 60 * minutes
  await utimes(path, seconds, seconds)
}

test('what a killed run left is removed by the next one that writes there; what is not ours stays', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
  onTestFinished(() => void child.kill())
  const left = (pid: number | undefined) => `out/kafka.apkg.cardpress-${pid}-0123456789ab.tmp`
  const others = [
    'out/mine.tmp',
    'out/kafka.apkg.0123456789ab.tmp',
    `out/kafka.cardpress-${gone}-xyz.tmp`,
    `out/kafka.cardpress-${gone}-0123456789ab.tmp.md`
  ]
  const folder = await temporaryFolder(Object.fromEntries([left(gone), left(child.pid), ...others].map((path) => [path, 'half'])))
  for (const path of [left(gone), left(child.pid), ...others]) await age(join(folder, path), 60)
  await mkdir(join(folder, left(gone).replace('kafka', 'folder')))
  await writeFiles([{path: join(folder, 'out/kafka.apkg'), bytes: 'whole'}])
  const expected = ['kafka.apkg', left(child.pid), left(gone).replace('kafka', 'folder'), ...others].map((path) => basename(path))
  expect((await readdir(join(folder, 'out'))).sort()).toEqual(expected.sort())
})

test('what is fresh stays: a process on another machine may be at it', async () => {
  const name = `a.cardpress-${gone}-0123456789ab.tmp`
  const folder = await temporaryFolder({[name]: 'half'})
  await writeFiles([{path: join(folder, 'a'), bytes: 'whole'}])
  expect(await readdir(folder)).toContain(name)
})

test('what is a day old goes, whoever has the number of its process now', async () => {
  const name = `a.cardpress-${process.pid}-0123456789ab.tmp`
  const folder = await temporaryFolder({[name]: 'half'})
  await age(join(folder, name), 25 * 60)
  await writeFiles([{path: join(folder, 'a'), bytes: 'whole'}])
  expect(await readdir(folder)).toEqual(['a'])
})

test('temporaryFile() lies beside its file and is another one each time', () => {
  expect(temporaryFile('/out/a.apkg')).toMatch(new RegExp(`^/out/a\\.apkg\\.cardpress-${process.pid}-[\\da-f]{12}\\.tmp$`))
  expect(temporaryFile('/a')).not.toBe(temporaryFile('/a'))
})
