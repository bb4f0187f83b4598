import {readFile} from 'node:fs/promises'
import {basename, dirname, extname, relative} from 'node:path'
import {VFile} from 'vfile'
import type {Source} from '../guide/source.ts'
import {addProblem} from '../report/problem.ts'
import {decode} from './decode.ts'
import {type FoundPath, findPaths} from './find-paths.ts'
import {fromMdx} from './from-mdx.ts'
import {fromNotebook} from './from-notebook.ts'
import {findRepository, repositoryName} from './repository.ts'

export interface ReadOptions {
  readonly cwd: string
  /** Standard input, read when a path is `-`. */
  readonly readStdin: () => Promise<Uint8Array>
  /** Readable root that the user sets. Absolute. */
  readonly root?: string | undefined
}

const standsForFolder = /^(?:readme|index)$/i

/** Reads what the paths lead to. Trouble lands on the file it belongs to, also for a path that leads nowhere. */
export async function readSources(paths: readonly string[], options: ReadOptions): Promise<readonly Source[]> {
  const {found, missing} = await findPaths(paths, options.cwd)
  const sources = await Promise.all(found.map((entry) => readSource(entry, options)))
  const lost = missing.map(({path, reason}) => {
    const file = new VFile({path})
    addProblem(file, {severity: 'error', ruleId: 'missing-path', reason})
    return {file, relative: path, named: true, folders: [], home: options.cwd, root: options.cwd, unreadable: true}
  })
  return [...sources, ...lost]
}

async function readSource(entry: FoundPath, options: ReadOptions): Promise<Source> {
  const {cwd, readStdin} = options
  const file = new VFile({path: entry.path === '-' ? '-' : shortest(relative(cwd, entry.path), entry.path), cwd})
  const read = entry.path === '-' ? readStdin() : readFile(entry.path)
  const bytes = await read.catch((error: NodeJS.ErrnoException) => {
    addProblem(file, {
      severity: 'error',
      ruleId: 'unreadable-file',
      reason: `Unexpected file that can't be read (${error.code ?? error.message}), expected one with read permission`
    })
    return undefined
  })
  const decoded = bytes && decode(bytes)
  if (decoded && 'text' in decoded) fill(file, decoded.text)
  else if (decoded) addProblem(file, {severity: 'error', ...decoded, place: {line: decoded.line, column: 1}})
  return {file, ...(await placeOf(entry, options)), unreadable: file.value === undefined}
}

/** The text as Markdown, by the name's ending; what has none is Markdown. */
export function fill(file: VFile, text: string): void {
  const notebook = file.extname?.toLowerCase() === '.ipynb' ? fromNotebook(text) : undefined
  if (notebook) file.data.cellLines = notebook.cellLines
  else if (file.extname?.toLowerCase() === '.ipynb') {
    addProblem(file, {
      severity: 'error',
      ruleId: 'broken-notebook',
      reason: 'Unexpected content of a notebook, expected the JSON that Jupyter writes'
    })
    return
  }
  file.value = notebook?.text ?? (file.extname?.toLowerCase() === '.mdx' ? fromMdx(text) : text)
}

async function placeOf(entry: FoundPath, {cwd, root}: ReadOptions): Promise<Omit<Source, 'file' | 'unreadable'>> {
  if (entry.path === '-') return {relative: '-', named: true, folders: [], home: cwd, root: root ?? cwd}
  const repository = await findRepository(entry.base)
  const folder = dirname(entry.path)
  const home = entry.named ? folder : entry.base
  const shared = {relative: entry.relative, named: entry.named, home, root: root ?? (entry.named ? (repository ?? folder) : entry.base)}
  const stem = basename(entry.path, extname(entry.path))
  const folders = entry.relative.split('/').slice(0, -1)
  if (!standsForFolder.test(stem)) return {...shared, stem, folders}
  return {...shared, stem: folder === repository ? await repositoryName(folder) : basename(folder), folders: folders.slice(0, -1)}
}

/** A path the user can read: relative where that does not climb out of sight. */
function shortest(fromHere: string, absolute: string): string {
  return fromHere.startsWith('..') && fromHere.length > absolute.length ? absolute : fromHere || absolute
}
