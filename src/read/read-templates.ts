import {readdir, readFile, realpath, stat} from 'node:fs/promises'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {CliError} from '../report/cli-error.ts'
import type {UserTemplates} from '../template/template.ts'
import {inlineFiles, inlineSources} from './inline-files.ts'

/** What a template folder may hold; anything else in it is left alone. */
const KINDS = /\.(?:html|css|json)$/
const MOST_FILES = 500
const LARGEST_BYTES = 2 * 1024 * 1024

/**
 * Reads a folder of templates, three levels deep, and a style sheet. Links that lead out of the folder are not followed: it may come
 * from a stranger.
 *
 * @param css - Path of a style sheet that comes after all others, `custom.css` in the folder too.
 * @throws CliError when the folder or the style sheet can't be read, or is larger than any template.
 */
export async function readTemplates(folder: string | undefined, css: string | undefined): Promise<UserTemplates | undefined> {
  if (folder === undefined && css === undefined) return undefined
  const files = folder === undefined ? new Map<string, string>() : await readFolder(folder)
  const sheets = [files.get('custom.css'), css === undefined ? undefined : await readSheet(css)]
  return {folder: folder?.replace(/[\\/]+$/, '') ?? '', files, css: sheets.filter((sheet) => sheet !== undefined).join('\n')}
}

/** The templates that cardpress ships, by their path in a folder of templates: those for paper, and those for decks in `anki`. */
export async function readStockTemplates(): Promise<ReadonlyMap<string, string>> {
  const [pdf, anki] = await Promise.all(
    ['pdf', 'anki'].map((kind) => readFolder(fileURLToPath(new URL(`../../templates/${kind}`, import.meta.url))))
  )
  return new Map([...(pdf ?? []), ...[...(anki ?? [])].map(([path, text]) => [`anki/${path}`, text] as const)])
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const root = await realpath(folder).catch(() => undefined)
  if (root === undefined || !(await stat(root)).isDirectory())
    throw new CliError(
      `Unexpected \`${folder}\` in --templates, expected a folder; \`cardpress templates copy guide ${folder}\` makes one.`,
      2
    )
  const files = new Map<string, string>()
  for (const path of (await pathsIn(root, 3)).toSorted()) {
    const real = await realpath(path)
    if (!real.startsWith(root + sep))
      throw new CliError(`Unexpected link ${join(folder, relative(root, path))} that leads out of the folder, expected a file in it`, 2)
    const shown = join(folder, relative(root, path))
    const text = await readText(real, shown)
    const name = relative(root, path).replaceAll(sep, '/')
    const place = {folder: dirname(path), root, shown}
    const isCard = name.startsWith('anki/') && name.endsWith('.html')
    files.set(name, path.endsWith('.css') ? await inlineFiles(text, place) : isCard ? await inlineSources(text, place) : text)
  }
  if (files.size === 0)
    throw new CliError(
      `Unexpected folder \`${folder}\` without a template in --templates, expected folders such as \`guide\` with \`page.html\`, or \`custom.css\`.`,
      2
    )
  return files
}

/** Files of our kinds; hidden ones and what packages bring are none of a template. */
async function pathsIn(folder: string, depth: number): Promise<readonly string[]> {
  const paths: string[] = []
  for (const entry of await readdir(folder, {withFileTypes: true})) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) paths.push(...(depth > 1 ? await pathsIn(path, depth - 1) : []))
    else if (KINDS.test(entry.name)) paths.push(path)
    if (paths.length > MOST_FILES)
      throw new CliError(`Unexpected folder ${folder} with more than ${MOST_FILES} files in --templates, expected one of templates only`, 2)
  }
  return paths
}

async function readSheet(path: string): Promise<string> {
  const found = await stat(resolve(path)).catch(() => undefined)
  if (!found?.isFile()) throw new CliError(`Unexpected \`${path}\` in --css, expected a style sheet`, 2)
  const folder = await realpath(dirname(resolve(path)))
  return inlineFiles(await readText(path, path), {folder, root: folder, shown: path})
}

async function readText(path: string, shown: string): Promise<string> {
  const {size} = await stat(path)
  if (size > LARGEST_BYTES)
    throw new CliError(`Unexpected size of ${shown}, expected at most ${LARGEST_BYTES / 1024 / 1024} MB in a template`, 2)
  const bytes = await readFile(path)
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch (error) {
    throw new CliError(`Unexpected bytes in ${shown}, expected UTF-8`, 2, {cause: error})
  }
}
