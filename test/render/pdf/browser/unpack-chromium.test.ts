import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliCompressSync} from 'node:zlib'
import {beforeEach, expect, test} from 'vitest'
import {unpackChromium} from '../../../../src/render/pdf/browser/unpack-chromium.ts'
import {untar} from '../../../../src/render/pdf/browser/untar.ts'

let bin: string
let cache: string

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'cardpress-unpack-'))
  bin = join(folder, 'bin')
  cache = join(folder, 'cache')
  mkdirSync(bin)
  writeFileSync(join(bin, 'chromium.br'), brotliCompressSync('the browser'))
  writeFileSync(join(bin, 'al2023.tar.br'), brotliCompressSync(tar({'lib/libnss3.so': 'nss'})))
  writeFileSync(join(bin, 'fonts.tar.br'), brotliCompressSync(tar({'fonts/Plain.ttf': 'font'})))
})

test('unpackChromium() unpacks browser, libraries and font into a private folder of the version', async () => {
  const {executablePath, libraryFolder, fontConfig} = await unpackChromium(bin, cache, '1.2.3')
  expect(executablePath).toBe(join(cache, 'chromium-1.2.3', 'chromium'))
  expect(readFileSync(executablePath, 'utf8')).toBe('the browser')
  expect(statSync(executablePath).mode & 0o777).toBe(0o700)
  expect(statSync(join(cache, 'chromium-1.2.3')).mode & 0o777).toBe(0o700)
  expect(readFileSync(join(libraryFolder, 'libnss3.so'), 'utf8')).toBe('nss')
  expect(readFileSync(fontConfig, 'utf8')).toContain(join(cache, 'chromium-1.2.3', 'fonts'))
})

test('unpackChromium() lets runs that start together end with one whole folder and no scratch', async () => {
  await Promise.all([unpackChromium(bin, cache, '1'), unpackChromium(bin, cache, '1'), unpackChromium(bin, cache, '1')])
  expect(readdirSync(cache)).toEqual(['chromium-1'])
  expect(readFileSync(join(cache, 'chromium-1', 'chromium'), 'utf8')).toBe('the browser')
})

test('unpackChromium() uses what it unpacked before', async () => {
  const {executablePath} = await unpackChromium(bin, cache, '1')
  const {mtimeMs} = statSync(executablePath)
  await unpackChromium(bin, cache, '1')
  expect(statSync(executablePath).mtimeMs).toBe(mtimeMs)
})

test('unpackChromium() unpacks again what was cut short, opened to others or planted as a link', async () => {
  const {executablePath} = await unpackChromium(bin, cache, '1')
  truncateSync(executablePath, 3)
  await unpackChromium(bin, cache, '1')
  expect(readFileSync(executablePath, 'utf8')).toBe('the browser')
  chmodSync(join(cache, 'chromium-1'), 0o777)
  await unpackChromium(bin, cache, '1')
  expect(statSync(join(cache, 'chromium-1')).mode & 0o777).toBe(0o700)
  symlinkSync(join(cache, 'chromium-1'), join(cache, 'chromium-2'))
  await unpackChromium(bin, cache, '2')
  expect(readdirSync(cache, {withFileTypes: true}).every((entry) => entry.isDirectory())).toBe(true)
})

test('unpackChromium() refuses a cache folder that others can write', async () => {
  mkdirSync(cache)
  chmodSync(cache, 0o777)
  await expect(unpackChromium(bin, cache, '1')).rejects.toThrow(
    `Unexpected owner or mode of ${cache}, expected a folder that only you can write`
  )
})

test('untar() gives files in order and leaves out folders, links and whatever would land outside', () => {
  const archive = tar({'./a.txt': 'A', '../evil': 'x', '/etc/passwd': 'x', 'b/c.txt': 'C'.repeat(600)})
  expect(untar(archive).map(({path, content}) => [path, content.length])).toEqual([
    ['a.txt', 1],
    ['b/c.txt', 600]
  ])
})

/** A ustar archive with what readers need: name, size, type. */
function tar(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).map(([path, content]) => {
    const header = Buffer.alloc(512)
    header.write(path, 0)
    header.write(content.length.toString(8).padStart(11, '0'), 124)
    header.write('0', 156)
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512)
    body.write(content)
    return Buffer.concat([header, body])
  })
  return Buffer.concat([...entries, Buffer.alloc(1024)])
}

test('unpackChromium() removes what a killed run left an hour ago', async () => {
  mkdirSync(join(cache, 'unpacking-old'), {recursive: true})
  mkdirSync(join(cache, 'unpacking-new'))
  chmodSync(cache, 0o700)
  writeFileSync(join(cache, 'unpacking-old/chromium'), 'half')
  const seconds = Date.now() / 1000 - 3_700
  utimesSync(join(cache, 'unpacking-old'), seconds, seconds)
  await unpackChromium(bin, cache, '1')
  expect(readdirSync(cache).sort()).toEqual(['chromium-1', 'unpacking-new'])
})
