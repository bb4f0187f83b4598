import {dirname, relative} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import type {VFile} from 'vfile'
import type {Source} from '../guide/source.ts'
import {emptyLock, formatLock, type Lock, type LockedGuide, lockName, parseLock} from '../lock/lock.ts'
import type {Host} from '../pipeline/host.ts'
import {readNearestLock} from '../read/read-nearest-lock.ts'
import {aligned} from '../report/aligned.ts'
import {CliError} from '../report/cli-error.ts'
import {countText} from '../report/count-text.ts'
import type {FileToWrite} from '../write/write-files.ts'
import {writeNewFiles} from '../write/write-new-files.ts'
import {type CommonOptions, finish, toJson} from './finish.ts'
import {terminal} from './host.ts'

/** A guide as Markdown, with what goes beside it. */
export interface MarkdownFile {
  /** Name in the output folder, `/` between folders; with the problems of the way there. */
  readonly file: VFile
  readonly text: string | Uint8Array
  readonly cards: number
  /** By address from the folder of the file. */
  readonly media: ReadonlyMap<string, Uint8Array>
  /** What learners' decks know of the guide. */
  readonly lock?: {readonly id: string; readonly guide: LockedGuide} | undefined
}

/**
 * Writes all files with pictures and one lock, or nothing where something else is in the way.
 *
 * @param sources - Where the files come from; their problems are told too.
 */
export async function writeMarkdown(
  told: readonly MarkdownFile[],
  sources: readonly Source[],
  host: Pick<Host, 'outputPath'>,
  options: CommonOptions
): Promise<void> {
  const written: FileToWrite[] = told.flatMap(({file, text, media}) => {
    const path = host.outputPath(file.path)
    const beside = (address: string) => host.outputPath([...file.path.split('/').slice(0, -1), address].join('/'))
    return [{path, bytes: text}, ...[...media].map(([address, bytes]) => ({path: beside(address), bytes}))]
  })
  const locks = Object.fromEntries(told.flatMap(({file, lock}) => (lock ? [[lock.id, {...lock.guide, source: file.path}]] : [])))
  const lockPath = host.outputPath(lockName)
  if (Object.keys(locks).length > 0) written.push(await lockWith(locks, lockPath))
  const taken = await writeNewFiles(written, [lockPath])
  if (taken !== undefined) throw refusal(taken)
  const files = [...sources, ...told].map(({file}) => file)
  if (options.json) {
    const problems = files.flatMap(toJson)
    terminal.print(JSON.stringify({files: told.map(({file, cards}) => ({path: file.path, cards})), problems}, null, 1))
  } else if (!options.quiet && told.length > 0) {
    const rows = told.map(({file, cards}) => [relative(terminal.cwd(), host.outputPath(file.path)), countText(cards, 'card')])
    terminal.print(aligned(rows).join('\n'))
  }
  finish(files, {...options, all: true})
}

/** The lock of the folder with these guides added; what it knows of them already has to be the same. */
async function lockWith(guides: Lock['guides'], path: string): Promise<FileToWrite> {
  const nearest = await readNearestLock(dirname(path), lockName)
  const there = nearest.path !== path || nearest.text === undefined ? emptyLock() : parseLock(nearest.text)
  const isSame = (id: string) => !('problem' in there) && isDeepStrictEqual(there.guides[id] ?? guides[id], guides[id])
  if ('problem' in there || !Object.keys(guides).every(isSame)) throw refusal(path)
  return {path, bytes: formatLock({version: 1, guides: {...there.guides, ...guides}})}
}

function refusal(path: string): CliError {
  return new CliError(`${path} is there already and holds something else. Choose another folder with --out; nothing was written.`, 2)
}
