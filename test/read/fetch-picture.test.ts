import {createHash} from 'node:crypto'
import type {LookupFunction} from 'node:net'
import {expect, test} from 'vitest'
import {type FetchOptions, fetchPicture} from '../../src/read/fetch-picture.ts'
import {pictureServer, png} from '../support/picture-server.ts'

/** The address that tests permit; every other one is judged as ever, 127.0.0.1 too. */
const permitted: FetchOptions = {isPermitted: (address) => address === '127.0.0.2'}
const answersWith = (...addresses: readonly string[]): LookupFunction => {
  return (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({address, family: address.includes(':') ? 6 : 4}))
    )
}

/** What a fetch says, without addresses that change from run to run. */
async function said(url: string, options: FetchOptions = permitted): Promise<string> {
  const result = await fetchPicture(url, options)
  return 'bytes' in result ? `${result.mime} ${result.bytes.length}` : `${result.ruleId}: ${result.reason.replace(/:\d{4,5}\b/g, '')}`
}

test('fetchPicture() gives a picture with its type by the bytes, whatever the server calls it', async () => {
  const {address, visits} = await pictureServer((_, response) => response.setHeader('content-type', 'text/html').end(png))
  expect(await fetchPicture(`${address}/a.jpg?x=1`, permitted)).toEqual({
    bytes: png,
    mime: 'image/png',
    extension: '.png',
    sha256: createHash('sha256').update(png).digest('hex')
  })
  expect(visits).toEqual(['/a.jpg?x=1'])
})

test('fetchPicture() tells a server nothing of the user', async () => {
  const seen: unknown[] = []
  const {address} = await pictureServer(({headers}, response) => {
    seen.push(Object.keys(headers).sort())
    response.end(png)
  })
  await fetchPicture(address, permitted)
  expect(seen).toEqual([['accept', 'accept-encoding', 'connection', 'host', 'user-agent']])
})

test('fetchPicture() follows redirects, but not for ever', async () => {
  const {address} = await pictureServer(({url}, response) => {
    const left = Number(url?.slice(1))
    if (left === 0) response.end(png)
    else response.writeHead(302, {location: `/${left - 1}`}).end()
  })
  expect(await said(`${address}/5`)).toBe(`image/png ${png.length}`)
  expect(await said(`${address}/6`)).toBe('unfetched-image: Unexpected 6 redirects for image `http://127.0.0.2/6`, expected the picture')
})

test.each([
  '//127.0.0.1:PORT/x',
  'http://localhost:PORT/x',
  'http://[::1]:PORT/x',
  'http://169.254.169.254/latest',
  'http://2130706433:PORT/'
])('fetchPicture() is not led to %s by a redirect', async (target) => {
  const inner = await pictureServer((_, response) => response.end(png), '127.0.0.1')
  const location = target.replace('PORT', new URL(inner.address).port)
  const {address} = await pictureServer((_, response) => response.writeHead(302, {location}).end())
  expect(await said(`${address}/a`)).toMatch(
    /^unfetched-image: Unexpected address [\d.:]+, which is not public, for image `http:\/\/127\.0\.0\.2\/a`, expected the picture$/
  )
  expect(inner.visits).toEqual([])
})

test.each([
  ['file:///etc/passwd', 'protocol `file:`'],
  ['data:image/png;base64,AAAA', 'protocol `data:`'],
  ['http://me:secret@127.0.0.2/x.png', 'name or password in the address'],
  ['http://[/x.png', 'address that is none']
])('fetchPicture() refuses a redirect to %s', async (location, what) => {
  const {address} = await pictureServer((_, response) => response.writeHead(301, {location}).end())
  expect(await said(address)).toBe(`unfetched-image: Unexpected ${what} for image \`http://127.0.0.2\`, expected the picture`)
})

test('fetchPicture() shows no password', async () => {
  expect(await said('https://me:secret@example.org/x.png')).toBe(
    'unfetched-image: Unexpected name or password in the address for image `https://example.org/x.png`, expected the picture'
  )
})

test('fetchPicture() connects to what it has checked: a name is looked up once, and one closed address closes it', async () => {
  const inner = await pictureServer((_, response) => response.end(png), '127.0.0.1')
  const {port} = new URL(inner.address)
  let asked = 0
  const rebinding: LookupFunction = (name, options, callback) =>
    answersWith(asked++ === 0 ? '127.0.0.2' : '127.0.0.1')(name, options, callback)
  // The name turns to 127.0.0.1 after the check: nobody asks again, and at 127.0.0.2 nothing listens on this port.
  expect(await said(`http://rebind.test:${port}/x`, {...permitted, lookup: rebinding})).toBe(
    'unfetched-image: Unexpected failure (ECONNREFUSED) for image `http://rebind.test/x`, expected the picture'
  )
  expect(await said(`http://both.test:${port}/x`, {...permitted, lookup: answersWith('127.0.0.2', '127.0.0.1')})).toContain(
    'Unexpected address 127.0.0.1, which is not public,'
  )
  expect(await said(`http://mapped.test:${port}/x`, {lookup: answersWith('::ffff:127.0.0.1')})).toContain(
    'Unexpected address ::ffff:127.0.0.1'
  )
  expect(await said(`http://nothing.test:${port}/x`, {...permitted, lookup: answersWith()})).toContain('Unexpected address unknown')
  expect([asked, inner.visits]).toEqual([1, []])
})

test('fetchPicture() takes a name that leads where it may go', async () => {
  const {address} = await pictureServer((_, response) => response.end(png))
  const {port} = new URL(address)
  expect(await said(`http://pictures.test:${port}/x`, {...permitted, lookup: answersWith('127.0.0.2')})).toBe(`image/png ${png.length}`)
})

test('fetchPicture() waits for a silent or dripping server no longer than its time', async () => {
  const limits = {milliseconds: 200}
  const silent = await pictureServer(() => {})
  expect(await said(silent.address, {...permitted, limits})).toBe(
    'unfetched-image: Unexpected silence for 0.2 s for image `http://127.0.0.2`, expected the picture'
  )
  const dripping = await pictureServer((_, response) => {
    response.write(png)
    const timer = setInterval(() => response.write('x'), 10)
    response.on('close', () => clearInterval(timer))
  })
  expect(await said(dripping.address, {...permitted, limits})).toBe(
    'unfetched-image: Unexpected silence for 0.2 s for image `http://127.0.0.2`, expected the picture'
  )
})

test('fetchPicture() takes no more than it is ready for, announced or not', async () => {
  const limits = {bytes: 1024 * 1024}
  const large = 'large-image: Unexpected image `http://127.0.0.2` of more than 1 MB, expected a smaller one'
  const announced = await pictureServer((_, response) => response.setHeader('content-length', 2 ** 21).write(png))
  expect(await said(announced.address, {...permitted, limits})).toBe(large)
  let closed = false
  const endless = await pictureServer((_, response) => {
    response.on('close', () => {
      closed = true
    })
    const more = (): void => {
      if (!response.destroyed) response.write(Buffer.alloc(65_536), more)
    }
    more()
  })
  expect(await said(endless.address, {...permitted, limits})).toBe(large)
  await expect.poll(() => closed).toBe(true)
})

test.each([
  [404, png, 'unfetched-image: Unexpected answer 404'],
  [500, png, 'unfetched-image: Unexpected answer 500'],
  [304, '', 'unfetched-image: Unexpected answer 304'],
  [302, '', 'unfetched-image: Unexpected answer 302'],
  [200, '<!doctype html><p>Log in', 'broken-image: Unexpected content of image'],
  [200, '', 'broken-image: Unexpected content of image'],
  [200, Buffer.from('ID3 a sound'), 'broken-image: Unexpected content of image']
])('fetchPicture() says of answer %s with %j what is wrong', async (status, body, what) => {
  const {address} = await pictureServer((_, response) => response.writeHead(status).end(body))
  expect(await said(address)).toContain(what)
})
