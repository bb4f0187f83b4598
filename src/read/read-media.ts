import {hash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {readFile, realpath, stat} from 'node:fs/promises'
import {dirname, join, relative, resolve} from 'node:path'
import type {Media} from '../guide/guide.ts'
import {sniffMedia} from '../guide/sniff-media.ts'
import {CliError} from '../report/cli-error.ts'

/** Anki syncs no larger file (format.md 3.6). */
const largestBytes = 100 * 1024 * 1024

/** Larger ones are read again when they are wanted: a hundred photos would fill the memory. */
const mostHeldBytes = 1024 * 1024

/** A file that a source refers to, or in a rule id and a sentence why it is not taken. */
export type MediaResult = Media | {readonly ruleId: string; readonly reason: string}

/**
 * Reads a local picture or sound. `/x` starts at the root, all else at the source's folder; links are followed before the root is checked.
 * @param url As in the image node: percent escapes and a query are understood. Remote and `data:` addresses are the caller's (`dataPicture`).
 */
export async function readMedia(url: string, {folder, root}: {folder: string; root: string}): Promise<MediaResult> {
  const path = localPath(url)
  const wanted = path.startsWith('/') ? join(root, path) : resolve(folder, path)
  const [real, realRoot] = await Promise.all([realpath(wanted).catch(() => undefined), realpath(root)])
  if (real === undefined) return {ruleId: 'missing-image', reason: `Unexpected image \`${url}\`, expected a file that exists`}
  if (!inside(real, realRoot))
    return {
      ruleId: 'outside-root',
      reason: `Unexpected image \`${url}\` outside of the readable root, expected a file inside \`${realRoot}\``
    }
  const {size} = await stat(real)
  if (size > largestBytes)
    return {ruleId: 'large-image', reason: `Unexpected image \`${url}\` of ${Math.round(size / 1024 / 1024)} MB, expected at most 100 MB`}
  const bytes = await readFile(real).catch(() => undefined)
  const type = bytes && sniffMedia(bytes)
  if (!bytes || !type)
    return {ruleId: 'broken-image', reason: `Unexpected content of image \`${url}\`, expected PNG, JPEG, WebP, GIF, SVG or sound`}
  const sha256 = hash('sha256', bytes)
  if (bytes.length <= mostHeldBytes) return {bytes, ...type, sha256}
  return {
    ...type,
    sha256,
    get bytes() {
      return readAgain(real, sha256)
    }
  }
}

/** Names and fingerprints were made from what was read first. */
function readAgain(path: string, sha256: string): Uint8Array {
  const bytes = readFileSync(path)
  if (hash('sha256', bytes) === sha256) return bytes
  throw new CliError(`${path} was changed while it was read. Build again.`, 3)
}

function localPath(url: string): string {
  const bare = url.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

function inside(path: string, root: string): boolean {
  const way = relative(root, path)
  return way === '' || (!way.startsWith('..') && resolve(root, way) === path)
}

/** Folder that relative addresses of a source start at. */
export function mediaFolder(path: string, cwd: string): string {
  return path === '-' ? cwd : dirname(resolve(cwd, path))
}
