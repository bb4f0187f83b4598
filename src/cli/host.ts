import {access, readFile} from 'node:fs/promises'
import {dirname, relative, resolve, sep} from 'node:path'
import {lockName} from '../lock/lock.ts'
import type {Host} from '../pipeline/host.ts'
import type {RewriteSource} from '../pipeline/repair-sources.ts'
import {changedLines, type LineRange} from '../read/changed-lines.ts'
import type {FetchOptions} from '../read/fetch-picture.ts'
import {fetchPictures} from '../read/fetch-pictures.ts'
import {parseWithThreads} from '../read/parse-with-threads.ts'
import {readBookPlan} from '../read/read-book-plan.ts'
import {mediaFolder, readMedia} from '../read/read-media.ts'
import {readMermaid} from '../read/read-mermaid.ts'
import {readLockIn} from '../read/read-nearest-lock.ts'
import {readSources} from '../read/read-sources.ts'
import {sourceDates} from '../read/source-dates.ts'
import {cacheFolder} from '../render/pdf/browser/cache-folder.ts'
import {CliError} from '../report/cli-error.ts'
import {rewriteFile} from '../write/rewrite-file.ts'
import {writeFiles} from '../write/write-files.ts'

export interface HostOptions {
  /** Told once what a user should know of the browser: it has no sandbox. */
  readonly notice?: (text: string) => void
  readonly out: string
  readonly root?: string | undefined
  /** Fetches pictures from the web; with options, so. @default false */
  readonly fetch?: boolean | FetchOptions | undefined
}

/** The terminal as far as commands may touch it. Results go to standard output, problems and progress to standard error, so that a pipe gets what it asked for. */
export const terminal = {
  args: (): string[] => process.argv.slice(2),
  cwd: (): string => process.cwd(),
  columns: (): number => Math.min(100, process.stdout.columns ?? 100),
  /** Colour on a terminal, unless NO_COLOR says otherwise (https://no-color.org). */
  hasColor: (): boolean => process.stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  write: (text: string): void => void process.stdout.write(text),
  print: (text: string): void => void process.stdout.write(`${text}\n`),
  printError: (text: string): void => void process.stderr.write(`${text}\n`),
  /** A reader such as `head` may leave before the end: then there is nobody to tell, and files are written all the same. */
  outliveReaders: (): void => {
    for (const stream of [process.stdout, process.stderr])
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error
      })
  },
  /** One line that the next one replaces, on a terminal only; an empty one takes it away. */
  progress: (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text.slice(0, 80)}`)
  },
  exitWith: (code: number): void => {
    process.exitCode = code
  },
  /** Whether the run is a step of GitHub Actions, which turns certain lines of output into annotations. */
  isGitHubActions: (): boolean => process.env.GITHUB_ACTIONS === 'true',
  /** Milliseconds since the process began. */
  elapsedMs: (): number => performance.now()
} as const

/** What only commands ask of the world. */
export interface CommandHost extends Host {
  readonly rewriteSource: RewriteSource
  /** Lines of a source that changed since a commit. */
  readonly changedLines: (path: string, ref: string) => Promise<readonly LineRange[]>
  readonly close: () => Promise<void>
}

/** The world of one run of the command line. Call `close` at its end: the browser is a process of its own. */
export function createHost({out, root, notice, fetch}: HostOptions): CommandHost {
  const cwd = process.cwd()
  const epochSeconds = sourceDateEpoch(process.env.SOURCE_DATE_EPOCH)
  const nowSeconds = epochSeconds ?? Math.floor(Date.now() / 1000)
  let browser: ReturnType<Host['browser']> | undefined
  let dateOf = sourceDates([])
  return {
    nowSeconds,
    epochSeconds,
    parse: parseWithThreads,
    readSources: async (paths) => {
      const sources = await readSources(paths, {cwd, readStdin, root: root === undefined ? undefined : resolve(root)})
      dateOf = sourceDates(sources.flatMap(({file}) => (file.path === '-' ? [] : [resolve(cwd, file.path)])))
      return sources
    },
    sourceDate: async ({file}) => (file.path === '-' ? {seconds: nowSeconds, isShallow: false} : dateOf(resolve(cwd, file.path))),
    readLockIn: (folder) =>
      readLockIn(folder, lockName).catch((error) => {
        throw new CliError(`The lock in ${folder} can't be read (${error.message}). Without it every card would be new to learners.`, 3, {
          cause: error
        })
      }),
    readSource: ({file}) => readFile(resolve(cwd, file.path)),
    sourcePath: ({file}) => resolve(cwd, file.path),
    hasSource: (lockPath, source) =>
      access(resolve(dirname(lockPath), source)).then(
        () => true,
        () => false
      ),
    readMedia: (url, {file, root}) => readMedia(url, {folder: mediaFolder(file.path, cwd), root}),
    fetchMedia: fetch ? fetchPictures(cacheFolder(), fetch === true ? {} : fetch) : undefined,
    readBookPlan,
    readMermaid: () => readMermaid(cwd),
    readAsset: (url) => readFile(url),
    // `.` for a folder that is one guide, with the lock inside of it.
    relativeTo: (path, {file}) => relative(dirname(path), resolve(cwd, file.path)).replaceAll(sep, '/') || '.',
    outputPath: (name) => resolve(cwd, out, name),
    writeFiles: (files) =>
      writeFiles(files).catch((error) => {
        throw new CliError(`Nothing was written: ${error.message}. What was in the output folder is still there.`, 3, {cause: error})
      }),
    rewriteSource: ({file}, text) =>
      rewriteFile(resolve(cwd, file.path), String(file), text).catch((error) => {
        throw new CliError(`${file.path} can't be written (${error.message}). It is as it was.`, 3, {cause: error})
      }),
    changedLines: (path, ref) => changedLines(resolve(cwd, path), ref),
    browser: (onStart) => {
      browser ??= import('../render/pdf/browser/launch-browser.ts').then(({launchBrowser}) => launchBrowser(notice, onStart))
      return browser
    },
    close: async () => {
      await browser?.then((opened) => opened.close()).catch(() => undefined)
    }
  }
}

/** @throws CliError for a value that is not a number of seconds: a wrong date in a deck can't be repaired. */
function sourceDateEpoch(value: string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined
  const seconds = Number(value)
  if (Number.isInteger(seconds) && seconds >= 0) return seconds
  throw new CliError(`SOURCE_DATE_EPOCH is \`${value}\`, expected seconds since 1970 such as 1767225600.`, 2)
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
