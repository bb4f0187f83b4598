import {VFile} from 'vfile'
import type {Guide, Media} from '../guide/guide.ts'
import {parse} from '../parse/parse.ts'
import {CliError} from '../report/cli-error.ts'
import type {Host} from './host.ts'
import {readDrafts} from './read-drafts.ts'
import {settleGuides} from './settle-guides.ts'

export interface ToGuideOptions {
  /** Stamp of new cards, and of changed ones at least; seconds since 1970. Passed in: the library reads no clock. */
  readonly dateSeconds: number
  /** Id of the guide. @default The front matter's, else the lock's, else a slug of title and file stem. */
  readonly id?: string
  /** Path of the text, for its messages and as the name of its entry in the lock. @default 'guide.md' */
  readonly path?: string
  /** Text of `cardpress.lock.json` as returned by the last call. */
  readonly lock?: string
  /** Gives a local picture by the address in the Markdown. @default None: their descriptions stand in. */
  readonly readMedia?: (url: string) => Promise<Media | undefined>
  /** Id of the shape to read the text as. @default By evidence. */
  readonly shape?: string
}

export interface ToGuideResult {
  /** Undefined when the text holds no question or an error stands in the way; `file.messages` says which. */
  readonly guide: Guide | undefined
  /** What to pass as `lock` the next time, so that cards are known again. */
  readonly lock: string | undefined
  /** The text with its messages. */
  readonly file: VFile
}

/** From Markdown to cards with an identity, without disk, clock or browser. */
export async function toGuide(markdown: string, options: ToGuideOptions): Promise<ToGuideResult> {
  const {path = 'guide.md', lock, dateSeconds, id, shape} = options
  if (!Number.isInteger(dateSeconds) || dateSeconds < 0)
    throw new RangeError(`Expected \`dateSeconds\` to be whole seconds since 1970 but found ${dateSeconds}`)
  const file = new VFile({path, value: markdown})
  const source = {
    file,
    relative: path,
    named: true,
    folders: [],
    home: '/',
    root: '/',
    unreadable: false,
    ...(file.stem !== undefined && {stem: file.stem})
  }
  const drafts = await readDrafts([source], {id, shape})
  const {guides, locks} = await settleGuides(drafts, memoryHost(options))
  return {guide: guides[0]?.guide, lock: locks[0]?.text ?? lock, file}
}

/** Just enough of the world for identity: one lock, the caller's clock and pictures. */
function memoryHost({dateSeconds, lock, readMedia, path = 'guide.md'}: ToGuideOptions): Host {
  const absent = async (): Promise<never> => {
    throw new CliError('Nothing is read or written while a guide is made from text.', 3)
  }
  return {
    nowSeconds: dateSeconds,
    epochSeconds: undefined,
    parse: async (file) => parse(file),
    sourceDate: async () => ({seconds: dateSeconds, isShallow: false}),
    readLockIn: async () => ({path: 'cardpress.lock.json', text: lock, above: undefined}),
    hasSource: async () => true, // Other texts of the same lock are not ours to look at.
    readMedia: async (url) =>
      (await readMedia?.(url)) ?? {ruleId: 'missing-image', reason: `Unexpected image \`${url}\`, expected one that can be read`},
    relativeTo: () => path,
    outputPath: (name) => name,
    sourcePath: () => path,
    readSource: absent,
    readSources: absent,
    readBookPlan: absent,
    readAsset: absent,
    readMermaid: absent,
    writeFiles: absent,
    browser: absent
  }
}
