import {mkdir, readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {writeFiles} from '../../src/write/write-files.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

test('writeFiles() makes folders and leaves nothing temporary', async () => {
  const folder = await temporaryFolder({'a.csv': 'old'})
  await writeFiles([
    {path: join(folder, 'a.csv'), bytes: 'new'},
    {path: join(folder, 'deep', 'b.csv'), bytes: Buffer.from('b')}
  ])
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('new')
  expect((await readdir(folder, {recursive: true})).sort()).toEqual(['a.csv', 'deep', join('deep', 'b.csv')])
})

test('a file that can not be written costs none of the others', async () => {
  const folder = await temporaryFolder({'a.csv': 'old', wall: 'a file where a folder is wanted'})
  await expect(
    writeFiles([
      {path: join(folder, 'a.csv'), bytes: 'new'},
      {path: join(folder, 'wall', 'b.csv'), bytes: 'b'}
    ])
  ).rejects.toThrow('wall')
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('old')
  expect((await readdir(folder)).sort()).toEqual(['a.csv', 'wall'])
})

test('a folder in the place of an output leaves the other outputs whole', async () => {
  const folder = await temporaryFolder({'b.csv': 'old'})
  await mkdir(join(folder, 'a.csv'))
  await expect(
    writeFiles([
      {path: join(folder, 'a.csv'), bytes: 'new'},
      {path: join(folder, 'b.csv'), bytes: 'new'}
    ])
  ).rejects.toThrow()
  expect((await readdir(folder)).sort()).toEqual(['a.csv', 'b.csv'])
  expect(await readFile(join(folder, 'b.csv'), 'utf8')).toBe('old')
})

test('what follows is written after the bytes, and trouble in the middle of it leaves the old file and nothing temporary', async () => {
  const folder = await temporaryFolder({'a.apkg': 'old'})
  async function* rest(fails: boolean): AsyncGenerator<Uint8Array> {
    yield Buffer.from(' and')
    if (fails) throw new Error('the picture is gone')
    yield Buffer.from(' more')
  }
  const path = join(folder, 'a.apkg')
  await expect(writeFiles([{path, bytes: 'bytes', rest: rest(true)}])).rejects.toThrow('the picture is gone')
  expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['old', ['a.apkg']])
  await writeFiles([{path, bytes: 'bytes', rest: rest(false)}])
  expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['bytes and more', ['a.apkg']])
})
