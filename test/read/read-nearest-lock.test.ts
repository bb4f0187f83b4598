import {chmod} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readNearestLock} from '../../src/read/read-nearest-lock.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

test('readNearestLock() takes the nearest one upward', async () => {
  const top = await temporaryFolder({'lock.json': 'far', 'a/lock.json': 'near', 'a/b/c/x.md': ''})
  expect(await readNearestLock(join(top, 'a/b/c'), 'lock.json')).toEqual({path: join(top, 'a/lock.json'), text: 'near'})
})

test('readNearestLock() says where a first one goes', async () => {
  const top = await temporaryFolder({'a/x.md': ''})
  expect(await readNearestLock(join(top, 'a'), 'lock.json')).toEqual({path: join(top, 'a/lock.json'), text: undefined})
})

test('readNearestLock() leaves alone what anybody can put above', async () => {
  const top = await temporaryFolder({'open/lock.json': 'planted', 'open/mine/notes/x.md': ''})
  await chmod(join(top, 'open'), 0o1777)
  const notes = join(top, 'open/mine/notes')
  expect(await readNearestLock(notes, 'lock.json')).toEqual({path: join(notes, 'lock.json'), text: undefined})
})
