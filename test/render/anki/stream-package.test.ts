import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import {streamPackage} from '../../../src/render/anki/stream-package.ts'

const JSZip: typeof import('jszip') = createRequire(import.meta.url)('jszip')

const collection = Buffer.from('a database '.repeat(50_000))
const pictures = new Map([
  ['cp-1.png', Buffer.from('one')],
  ['cp-2.png', Buffer.from('two'.repeat(1000))]
])

async function whole(media: ReadonlyMap<string, {readonly bytes: Uint8Array}>): Promise<Buffer> {
  const {bytes, rest} = streamPackage(collection, media)
  const pieces = [bytes]
  for await (const piece of rest) pieces.push(piece)
  return Buffer.concat(pieces)
}

const media = new Map([...pictures].map(([name, bytes]) => [name, {bytes}]))

test('streamPackage() makes what a foreign reader takes for a package: database deflated, pictures stored, one day for all', async () => {
  const zip = await JSZip.loadAsync(await whole(media), {checkCRC32: true})
  const entries = Object.values(zip.files)
  expect(entries.map(({name, date}) => [name, date.toISOString().slice(0, 10)])).toEqual(
    ['0', '1', 'collection.anki2', 'media'].map((name) => [name, '1980-01-01'])
  )
  const text = (name: string) => zip.file(name)?.async('string')
  expect(await text('collection.anki2')).toBe(String(collection))
  expect(JSON.parse((await text('media')) ?? '')).toEqual({0: 'cp-1.png', 1: 'cp-2.png'})
  expect([await text('0'), await text('1')]).toEqual([...pictures.values()].map(String))
})

test('streamPackage() gives the same bytes in every time zone', async () => {
  const zones = ['UTC', 'Asia/Tokyo', 'Pacific/Apia', 'America/St_Johns']
  const before = process.env.TZ
  const made: Buffer[] = []
  for (const zone of zones) {
    process.env.TZ = zone
    made.push(await whole(media))
  }
  process.env.TZ = before
  for (const bytes of made) expect(bytes.equals(made[0] ?? Buffer.alloc(0))).toBe(true)
})

test('streamPackage() asks for a picture once, when its turn comes', async () => {
  const asked: string[] = []
  const lazy = new Map(
    [...pictures].map(([name, bytes]) => [
      name,
      {
        get bytes() {
          asked.push(name)
          return bytes
        }
      }
    ])
  )
  const {rest} = streamPackage(collection, lazy)
  expect(asked).toEqual([])
  await rest[Symbol.asyncIterator]().next()
  expect(asked).toEqual(['cp-1.png'])
  expect((await whole(lazy)).length).toBeGreaterThan(3000)
  expect(asked).toEqual(['cp-1.png', 'cp-1.png', 'cp-2.png'])
})
