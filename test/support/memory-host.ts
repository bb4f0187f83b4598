import {posix} from 'node:path'
import {VFile} from 'vfile'
import type {Media} from '../../src/guide/guide.ts'
import type {Source} from '../../src/guide/source.ts'
import {parse} from '../../src/parse/parse.ts'
import type {Host} from '../../src/pipeline/host.ts'
import type {RewriteSource} from '../../src/pipeline/repair-sources.ts'

export interface MemoryHost extends Host {
  /** Every file by absolute path, outputs and locks included. */
  readonly files: Map<string, string | Uint8Array>
  readonly rewriteSource: RewriteSource
}

/**
 * A host over files in memory: sources are the `.md` files below `/in`, the clock stands at 5000, sources are from 1000.
 *
 * @param web - Pictures by address that the host fetches; an address without one does not answer. Absent: it fetches nothing.
 */
export function memoryHost(initial: Readonly<Record<string, string>>, web?: ReadonlyMap<string, string>): MemoryHost {
  const files = new Map<string, string | Uint8Array>(Object.entries(initial))
  return {
    files,
    nowSeconds: 5000,
    epochSeconds: undefined,
    parse: async (file) => parse(file),
    readSources: async () =>
      [...files.keys()].filter((path) => /^\/in\/.*\.md$/.test(path)).map((path) => toSource(path, String(files.get(path)))),
    sourceDate: async () => ({seconds: 1000, isShallow: false}),
    readLockIn: async (folder) => {
      const path = posix.join(folder, 'cardpress.lock.json')
      const text = files.get(path)
      return {path, text: text === undefined ? undefined : String(text), above: folder === '/' ? undefined : posix.dirname(folder)}
    },
    readSource: async ({file}) => Buffer.from(files.get(file.path) ?? ''),
    sourcePath: ({file}) => file.path,
    hasSource: async (lockPath, source) => files.has(posix.join(posix.dirname(lockPath), source)),
    readMedia: async (url, {file}) => {
      const bytes = files.get(posix.join(posix.dirname(file.path), url))
      return bytes === undefined
        ? {ruleId: 'missing-image', reason: `Unexpected image \`${url}\`, expected a file that exists`}
        : picture(bytes)
    },
    ...(web && {
      fetchMedia: async (url: string) => {
        const bytes = web.get(url)
        return bytes === undefined
          ? {ruleId: 'unfetched-image', reason: `Unexpected silence for image \`${url}\`, expected it`}
          : picture(bytes)
      }
    }),
    readMermaid: async () => undefined,
    readBookPlan: async () => ({listed: [], positions: new Map()}),
    readAsset: async (url) => {
      throw new RangeError(`Expected no asset to be read but found ${url}`)
    },
    relativeTo: (path, {file}) => posix.relative(posix.dirname(path), file.path),
    outputPath: (name) => posix.join('/out', name),
    writeFiles: async (written) => {
      for (const {path, bytes} of written) files.set(path, bytes)
    },
    rewriteSource: async ({file}, text) => {
      if (files.get(file.path) !== String(file)) return false
      files.set(file.path, text)
      return true
    },
    browser: async () => {
      throw new RangeError('Expected no browser to be started')
    }
  }
}

function picture(bytes: string | Uint8Array): Media {
  return {bytes: Buffer.from(bytes), mime: 'image/png', extension: '.png', sha256: String(bytes)}
}

function toSource(path: string, text: string): Source {
  const relative = path.slice('/in/'.length)
  const folders = relative.split('/').slice(0, -1)
  return {
    file: new VFile({path, value: text}),
    relative,
    named: false,
    stem: posix.basename(path, '.md'),
    folders,
    home: '/in',
    root: '/in',
    unreadable: false
  }
}
