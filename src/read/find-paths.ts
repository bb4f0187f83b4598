import {readdir, stat} from 'node:fs/promises'
import {basename, dirname, relative, resolve, sep} from 'node:path'
import ignore, {type Ignore} from 'ignore'

/** A file to read and how it was come by. */
export interface FoundPath {
  /** Absolute; `-` for standard input. */
  readonly path: string
  /** Relative to `base`, `/` between folders. */
  readonly relative: string
  /** The folder given, the fixed part of a glob, or the folder of a file named directly. Absolute. */
  readonly base: string
  readonly named: boolean
}

/** A path given by the user that leads to nothing. */
export interface MissingPath {
  readonly path: string
  readonly reason: string
}

const markdown = /\.(?:md|markdown|mdx|ipynb)$/i

/** What the user's paths mean: files as they are, folders and globs searched for Markdown. Order: as given, then by code units; each file once. */
export async function findPaths(
  given: readonly string[],
  cwd: string
): Promise<{found: readonly FoundPath[]; missing: readonly MissingPath[]}> {
  const found = new Map<string, FoundPath>()
  const missing: MissingPath[] = []
  for (const path of given) {
    const hits = await expand(path, cwd)
    if (typeof hits === 'string') missing.push({path, reason: hits})
    else for (const hit of hits) if (!found.has(hit.path) || hit.named) found.set(hit.path, hit)
  }
  return {found: [...found.values()], missing}
}

/** @returns Files, or why there are none. */
async function expand(given: string, cwd: string): Promise<FoundPath[] | string> {
  if (given === '-') return [{path: '-', relative: '-', base: cwd, named: true}]
  const path = resolve(cwd, given)
  const entry = await stat(path).catch(() => undefined)
  if (entry?.isDirectory()) {
    const files = await walk(path)
    return files.length > 0 ? files : 'Unexpected folder without Markdown, expected `.md`, `.markdown`, `.mdx` or `.ipynb` files'
  }
  if (entry) return [{path, relative: basename(path), base: dirname(path), named: true}]
  if (/[*?[{]/.test(given)) return glob(given, cwd)
  return 'Unexpected path, expected a file, a folder or a glob that exists'
}

async function walk(base: string): Promise<FoundPath[]> {
  const paths: string[] = []
  const visit = async (folder: string, rules: readonly {folder: string; rule: Ignore}[]): Promise<void> => {
    const entries = await readdir(folder, {withFileTypes: true})
    const own = entries.some(({name}) => name === '.gitignore') ? [...rules, {folder, rule: await gitignore(folder)}] : rules
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = resolve(folder, entry.name)
      const kind = entry.isSymbolicLink() ? await stat(path).catch(() => entry) : entry
      // A linked folder may lead back up; its files are found where they are.
      const isFolder = entry.isDirectory()
      if (own.some(({folder: at, rule}) => rule.ignores(slashed(relative(at, path)) + (isFolder ? '/' : '')))) continue
      if (isFolder) await visit(path, own)
      else if (kind.isFile() && markdown.test(entry.name)) paths.push(path)
    }
  }
  await visit(base, [])
  return paths.map((path) => ({path, relative: slashed(relative(base, path)), base, named: false}))
}

async function gitignore(folder: string): Promise<Ignore> {
  const {readFile} = await import('node:fs/promises')
  return ignore().add(await readFile(resolve(folder, '.gitignore'), 'utf8').catch(() => ''))
}

async function glob(pattern: string, cwd: string): Promise<FoundPath[] | string> {
  const {glob} = await import('tinyglobby')
  const fixed = pattern.split('/').findIndex((part) => /[*?[{]/.test(part))
  const base = resolve(cwd, pattern.split('/').slice(0, fixed).join('/') || (pattern.startsWith('/') ? '/' : '.'))
  const hits = await glob(pattern.split('/').slice(fixed).join('/'), {
    cwd: base,
    absolute: true,
    onlyFiles: true,
    ignore: ['**/node_modules/**'],
    expandDirectories: false
  })
  if (hits.length === 0) return 'Unexpected glob without a file, expected one that matches'
  return hits.sort().map((path) => ({path: resolve(path), relative: slashed(relative(base, path)), base, named: false}))
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
