import {hash} from 'node:crypto'
import type {Media} from './guide.ts'
import {sniffMedia} from './sniff-media.ts'

/** Characters of the address; what is larger than a few megabytes belongs into a file. */
const longest = 8 * 1024 * 1024

/**
 * The picture or sound that an address holds (`data:image/png;base64,...`), or why it is not taken. Its type is that of the bytes,
 * whatever the address says.
 *
 * @see RFC 2397
 */
export function dataPicture(url: string): Media | {readonly ruleId: string; readonly reason: string} {
  const shown = `\`${url.slice(0, 40)}${url.length > 40 ? '...' : ''}\``
  if (url.length > longest)
    return {
      ruleId: 'large-image',
      reason: `Unexpected image ${shown} of ${megabytes(url.length)} MB in the text, expected at most ${megabytes(longest)} MB`
    }
  const bytes = bytesOf(url)
  const type = sniffMedia(bytes)
  if (!type) return {ruleId: 'broken-image', reason: `Unexpected content of image ${shown}, expected PNG, JPEG, WebP, GIF, SVG or sound`}
  return {bytes, ...type, sha256: hash('sha256', bytes)}
}

function bytesOf(url: string): Uint8Array {
  const comma = url.indexOf(',')
  const body = unescaped(url.slice(comma + 1))
  return /;\s*base64\s*$/i.test(url.slice(0, Math.max(0, comma))) ? Buffer.from(body, 'base64') : Buffer.from(body)
}

/** Many write `%` and `#` as they are. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024)
}
