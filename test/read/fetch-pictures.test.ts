import {chmod, readdir, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {FetchOptions} from '../../src/read/fetch-picture.ts'
import {fetchPictures} from '../../src/read/fetch-pictures.ts'
import {pictureServer, png} from '../support/picture-server.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const permitted: FetchOptions = {isPermitted: (address) => address === '127.0.0.2'}

test('fetchPictures() asks once a run, keeps what came, and asks nobody in the next', async () => {
  const cache = join(await temporaryFolder(), 'cache')
  const {address, visits} = await pictureServer((_, response) => response.end(png))
  const fetch = fetchPictures(cache, permitted)
  const [first, again] = await Promise.all([fetch(`${address}/a`), fetch(`${address}/a`)])
  expect(first).toBe(again)
  expect(await fetchPictures(cache, permitted)(`${address}/a`)).toEqual(first)
  expect(visits).toEqual(['/a'])
  const [name = ''] = await readdir(join(cache, 'pictures-1'))
  expect(name).toMatch(/^[\da-f]{64}$/)
  expect((await stat(join(cache, 'pictures-1', name))).mode & 0o777).toBe(0o600)
})

test('fetchPictures() keeps no failure and asks again in the next run', async () => {
  const cache = await temporaryFolder()
  let status = 404
  const {address, visits} = await pictureServer((_, response) => response.writeHead(status).end(png))
  expect(await fetchPictures(cache, permitted)(address)).toMatchObject({ruleId: 'unfetched-image'})
  status = 200
  expect(await fetchPictures(cache, permitted)(address)).toMatchObject({mime: 'image/png'})
  expect(visits.length).toBe(2)
})

test('fetchPictures() fetches again what lies broken in the cache, and leaves no temporary file', async () => {
  const cache = await temporaryFolder()
  const {address, visits} = await pictureServer((_, response) => response.end(png))
  await fetchPictures(cache, permitted)(address)
  const folder = join(cache, 'pictures-1')
  const [name = ''] = await readdir(folder)
  await writeFile(join(folder, name), '')
  expect(await fetchPictures(cache, permitted)(address)).toMatchObject({bytes: png})
  expect([visits.length, await readdir(folder)]).toEqual([2, [name]])
})

test.skipIf(process.platform === 'win32')('fetchPictures() trusts no cache that others can write, and works without one', async () => {
  const cache = await temporaryFolder()
  const {address, visits} = await pictureServer((_, response) => response.end(png))
  await fetchPictures(cache, permitted)(address)
  await chmod(join(cache, 'pictures-1'), 0o777)
  expect(await fetchPictures(cache, permitted)(address)).toMatchObject({bytes: png})
  await rm(join(cache, 'pictures-1'), {recursive: true})
  await writeFile(join(cache, 'pictures-1'), 'a file in its place')
  expect(await fetchPictures(cache, permitted)(address)).toMatchObject({bytes: png})
  expect(visits.length).toBe(3)
})

test('fetchPictures() asks for six at a time, and all come', async () => {
  const cache = await temporaryFolder()
  let open = 0
  let most = 0
  const {address} = await pictureServer((_, response) => {
    most = Math.max(most, ++open)
    setTimeout(() => {
      open--
      response.end(png)
    }, 20)
  })
  const fetch = fetchPictures(cache, permitted)
  const results = await Promise.all(Array.from({length: 20}, (_, index) => fetch(`${address}/${index}`)))
  expect(results.filter((result) => 'bytes' in result).length).toBe(20)
  expect(most).toBe(6)
})

test('fetchPictures() lets a server be that is silent three times, and not one that says no', async () => {
  const cache = await temporaryFolder()
  const silent = await pictureServer(() => {})
  const fetch = fetchPictures(cache, {...permitted, limits: {milliseconds: 50}})
  for (const path of ['1', '2', '3', '4']) await fetch(`${silent.address}/${path}`)
  expect(silent.visits).toEqual(['/1', '/2', '/3'])
  expect(await fetch(`${silent.address}/5`)).toMatchObject({
    reason: expect.stringContaining('Unexpected silence of a server that failed 3 times for image')
  })
  const refusing = await pictureServer((_, response) => response.writeHead(404).end())
  for (const path of ['1', '2', '3', '4']) await fetch(`${refusing.address}/${path}`)
  expect(refusing.visits.length).toBe(4)
})
