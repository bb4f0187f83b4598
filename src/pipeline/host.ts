import type {Root} from 'mdast'
import type {Browser} from 'puppeteer'
import type {VFile} from 'vfile'
import type {BookPlan} from '../guide/book/book-plan.ts'
import type {Media} from '../guide/guide.ts'
import type {Source} from '../guide/source.ts'

/** Disk, clock and browser as one value, made in cli/host.ts; nothing else in the pipeline touches the world. */
export interface Host {
  /** SOURCE_DATE_EPOCH where it is set, else the clock. Seconds since 1970. */
  readonly nowSeconds: number
  /** SOURCE_DATE_EPOCH, which also dates new cards. */
  readonly epochSeconds: number | undefined
  readonly readSources: (paths: readonly string[]) => Promise<readonly Source[]>
  /** As `parse`; over several threads where the text is long. */
  readonly parse: (file: VFile) => Promise<Root>
  /** Last commit or modification of a source, seconds since 1970; `isShallow` where the clone ends at that commit. */
  readonly sourceDate: (source: Source) => Promise<{readonly seconds: number; readonly isShallow: boolean}>
  /** The bytes of a source that is a file, as they lie on the disk, and its absolute path. */
  readonly readSource: (source: Source) => Promise<Uint8Array>
  readonly sourcePath: (source: Source) => string
  /** The lock of a folder (its path, its text where there is one) and the folder above in which to go on looking. Paths are absolute. */
  readonly readLockIn: (folder: string) => Promise<{path: string; text: string | undefined; above: string | undefined}>
  /** Whether a source that a lock names (relative to it) is still there. */
  readonly hasSource: (lockPath: string, source: string) => Promise<boolean>
  /** A local picture or sound, or why it is not taken. */
  readonly readMedia: (url: string, source: Source) => Promise<Media | {ruleId: string; reason: string}>
  /** A picture on the web, or why it is not taken. Absent: nothing is fetched. */
  readonly fetchMedia?: ((url: string) => Promise<Media | {ruleId: string; reason: string}>) | undefined
  /** What a folder says of the order of its files. @param folders - Below it, in which files lie. */
  readonly readBookPlan: (home: string, folders: readonly string[]) => Promise<BookPlan>
  /** The script of mermaid (a bundle for browsers) that the user has installed, where there is one. */
  readonly readMermaid: () => Promise<string | undefined>
  readonly readAsset: (url: URL) => Promise<Uint8Array>
  /** Path of a source relative to a file, `/` between folders. */
  readonly relativeTo: (path: string, source: Source) => string
  /** Absolute path of a file in the output folder. */
  readonly outputPath: (name: string) => string
  readonly writeFiles: (files: readonly {path: string; bytes: Uint8Array | string; rest?: AsyncIterable<Uint8Array>}[]) => Promise<void>
  /** The one browser of the run; a later call gives the same. `onStart` hears when its process runs, long before it answers. */
  readonly browser: (onStart?: () => void) => Promise<Browser>
}
