import {createHash} from 'node:crypto'
import {lookup as resolveName} from 'node:dns'
import type {IncomingMessage, RequestOptions} from 'node:http'
import {request as requestHttp} from 'node:http'
import {request as requestHttps} from 'node:https'
import {isIP, type LookupFunction} from 'node:net'
import {sniffMedia} from '../guide/sniff-media.ts'
import {isPublicAddress} from './is-public-address.ts'
import type {MediaResult} from './read-media.ts'

export interface FetchLimits {
  readonly bytes: number
  /** For one picture, redirects included. */
  readonly milliseconds: number
  readonly redirects: number
}

export interface FetchOptions {
  /** Whether to talk to an IP address. @default Only to the public internet. */
  readonly isPermitted?: (address: string) => boolean
  /** Finds the addresses of a name. @default The system's. */
  readonly lookup?: LookupFunction
  /** @default 20 MB, 10 s, 5 redirects */
  readonly limits?: Partial<FetchLimits>
}

const defaultLimits: FetchLimits = {bytes: 20 * 1024 * 1024, milliseconds: 10_000, redirects: 5}

/** A picture, or why there is none. `isUnreachable`: the server did not answer at all. */
export type FetchResult = MediaResult & {readonly isUnreachable?: boolean}

/** Why a picture did not come, in words that fit behind "Unexpected". */
class Refusal extends Error {}

/**
 * Gets a picture from the web: http and https only, no cookies, no proxy, no password, no address that is not public. What counts is the
 * address that is connected to, after each redirect anew, so that a name that changes its mind leads nowhere.
 *
 * @returns The picture, typed by its bytes, or why there is none: `unfetched-image`, `large-image`, `broken-image`.
 */
export async function fetchPicture(url: string, options: FetchOptions = {}): Promise<FetchResult> {
  const limits = {...defaultLimits, ...options.limits}
  const signal = AbortSignal.timeout(limits.milliseconds)
  try {
    return toPicture(url, await fetchBytes(url, {...options, signal}, limits))
  } catch (error) {
    if (error instanceof RangeError)
      return {
        ruleId: 'large-image',
        reason: `Unexpected image \`${shown(url)}\` of more than ${megabytes(limits.bytes)}, expected a smaller one`
      }
    if (error instanceof Refusal) return unfetched(url, error.message)
    const {code, message}: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
    const what = signal.aborted ? `silence for ${limits.milliseconds / 1000} s` : `failure (${code ?? message})`
    return {...unfetched(url, what), isUnreachable: true}
  }
}

/** In words why a picture stays on the web. */
export function unfetched(url: string, what: string): {ruleId: string; reason: string} {
  return {ruleId: 'unfetched-image', reason: `Unexpected ${what} for image \`${shown(url)}\`, expected the picture`}
}

function megabytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MB`
}

/** A picture by its bytes; a sound or a page is none. */
export function toPicture(url: string, bytes: Uint8Array): MediaResult {
  const type = sniffMedia(bytes)
  if (!type?.mime.startsWith('image/'))
    return {ruleId: 'broken-image', reason: `Unexpected content of image \`${shown(url)}\`, expected PNG, JPEG, WebP, GIF or SVG`}
  return {bytes, ...type, sha256: createHash('sha256').update(bytes).digest('hex')}
}

/** Without a password, and not endless. */
function shown(url: string): string {
  return url.replace(/\/\/[^/?#]*@/, '//').slice(0, 100)
}

type Asking = FetchOptions & {readonly signal: AbortSignal}

async function fetchBytes(address: string, options: Asking, limits: FetchLimits): Promise<Uint8Array> {
  let url = toUrl(address)
  for (let redirects = 0; ; redirects++) {
    const response = await ask(url, options)
    const {statusCode = 0, headers} = response
    if (statusCode === 200) return await collect(response, limits.bytes)
    response.destroy()
    if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) throw new Refusal(`answer ${statusCode}`)
    if (redirects === limits.redirects) throw new Refusal(`${redirects + 1} redirects`)
    url = toUrl(headers.location, url)
  }
}

function toUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new Refusal('address that is none')
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Refusal(`protocol \`${url.protocol}\``)
  if (url.username !== '' || url.password !== '') throw new Refusal('name or password in the address')
  return url
}

function ask(url: URL, {isPermitted = isPublicAddress, lookup = resolveName, signal}: Asking): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // For a number nobody looks anything up. `URL` has already made 127.0.0.1 of 0x7f.1 and 2130706433.
  if (isIP(host) !== 0 && !isPermitted(host)) return Promise.reject(new Refusal(`address ${host}, which is not public,`))
  const options: RequestOptions = {
    agent: false, // A connection of its own: a shared one could lead where another request was allowed to go.
    lookup: permittedLookup(lookup, isPermitted),
    signal,
    headers: {accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'cardpress'}
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve)
    request.on('error', reject)
    request.end()
  })
}

/** Gives the connection only addresses that it may have; it connects to one of these and to no other. */
function permittedLookup(lookup: LookupFunction, isPermitted: (address: string) => boolean): LookupFunction {
  return (name, options, callback) =>
    lookup(name, {...options, all: true}, (error, found) => {
      if (error) return callback(error, [])
      const addresses = (typeof found === 'string' ? [{address: found, family: isIP(found)}] : found).filter((entry) => entry !== undefined)
      const [first] = addresses
      const closed = addresses.find(({address}) => !isPermitted(address))
      // One closed address among open ones is no accident of a public server.
      if (!first || closed) return callback(new Refusal(`address ${closed?.address ?? 'unknown'}, which is not public,`), [])
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
    })
}

async function collect(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const tooLarge = () => new RangeError(`Expected at most ${most} bytes`)
  if (Number(response.headers['content-length']) > most) {
    response.destroy()
    throw tooLarge()
  }
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop by a throw ends the connection.
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
