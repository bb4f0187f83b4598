import {symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readMedia} from '../../src/read/read-media.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

async function outcome(root: string, url: string) {
  const result = await readMedia(url, {folder: join(root, 'notes'), root})
  return 'bytes' in result ? `${result.mime} ${result.bytes.length}` : result.ruleId
}

test('readMedia() reads inside of the root and nowhere else', async () => {
  const outer = await temporaryFolder({
    'repo/notes/a b.png': png,
    'repo/img/x.svg': '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    'secret.png': png,
    'repo-2/x.png': png
  })
  const root = join(outer, 'repo')
  await symlink(join(outer, 'secret.png'), join(root, 'notes', 'link.png'))
  expect(await outcome(root, 'a%20b.png?raw=true')).toBe('image/png 70')
  expect(await outcome(root, '../img/x.svg')).toBe('image/svg+xml 63')
  expect(await outcome(root, '/img/x.svg#part')).toBe('image/svg+xml 63')
  for (const url of ['../../secret.png', '/../secret.png', 'link.png', '..%2f..%2fsecret.png', '../../repo-2/x.png'])
    expect(await outcome(root, url)).toBe('outside-root')
  expect(await outcome(root, 'gone.png')).toBe('missing-image')
  expect(await outcome(root, 'nul%00byte.png')).toBe('missing-image')
})

test('readMedia() goes by content, not by name', async () => {
  const root = await temporaryFolder({'notes/page.png': '<html><script>alert(1)</script>', 'notes/photo.txt': png})
  expect(await outcome(root, 'page.png')).toBe('broken-image')
  expect(await outcome(root, 'photo.txt')).toBe('image/png 70')
})

test('readMedia() reads a large file again when it is wanted, and only if it is still the same', async () => {
  const root = await temporaryFolder({'notes/photo.png': Buffer.concat([png, Buffer.alloc(2 ** 20)])})
  const photo = await readMedia('photo.png', {folder: join(root, 'notes'), root})
  if (!('mime' in photo)) throw new Error(photo.reason)
  expect(photo.bytes.length).toBe(70 + 2 ** 20)
  expect(photo.bytes).not.toBe(photo.bytes)
  await writeFile(join(root, 'notes/photo.png'), png)
  expect(() => photo.bytes).toThrow(`${join(root, 'notes/photo.png')} was changed while it was read. Build again.`)
})
