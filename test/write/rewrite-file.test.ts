import {chmod, lstat, readdir, readFile, stat, symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {rewriteFile} from '../../src/write/rewrite-file.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

test('rewriteFile() keeps mode, link and byte order mark', async () => {
  const folder = await temporaryFolder({'notes.md': '\ufeffold\n'})
  const [path, link] = [join(folder, 'notes.md'), join(folder, 'link.md')]
  await chmod(path, 0o640)
  await symlink('notes.md', link)
  expect(await rewriteFile(link, 'old\n', 'new\n')).toBe(true)
  expect(await readFile(path, 'utf8')).toBe('\ufeffnew\n')
  expect((await stat(path)).mode & 0o777).toBe(0o640)
  expect((await lstat(link)).isSymbolicLink()).toBe(true)
  expect((await readdir(folder)).sort()).toEqual(['link.md', 'notes.md'])
})

test('rewriteFile() touches no file that holds something else', async () => {
  const folder = await temporaryFolder({'changed.md': 'other\n', 'wide.md': Buffer.from('\ufeffold\n', 'utf16le')})
  expect(await rewriteFile(join(folder, 'changed.md'), 'old\n', 'new\n')).toBe(false)
  expect(await rewriteFile(join(folder, 'wide.md'), 'old\n', 'new\n')).toBe(false)
  expect(await rewriteFile(join(folder, 'gone.md'), 'old\n', 'new\n')).toBe(false)
  expect(await readFile(join(folder, 'changed.md'), 'utf8')).toBe('other\n')
})
