import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Nodes} from 'mdast'
import {VFile} from 'vfile'
import type {BookPlan} from '../guide/book/book-plan.ts'
import {parse} from '../parse/parse.ts'

type ReadText = (path: string) => Promise<string | undefined>

/** The list of the first tool whose file lies in the folder: mdBook and HonKit, the wiki of GitHub, MkDocs. @param folders - Relative, in which files lie. */
export async function readBookPlan(home: string, folders: readonly string[]): Promise<BookPlan> {
  const read: ReadText = (path) => readFile(join(home, path), 'utf8').catch(() => undefined)
  const positions = new Map<string, number>()
  for (const folder of folders) {
    const position = Number(/"position"\s*:\s*(-?\d+(?:\.\d+)?)/.exec((await read(`${folder}/_category_.json`)) ?? '')?.[1])
    if (!Number.isNaN(position)) positions.set(folder, position)
  }
  for (const plan of [summary, sidebar, mkdocs]) {
    const found = await plan(read)
    if (found && found.listed.length > 0) return {...found, positions}
  }
  return {listed: [], positions}
}

/** `SUMMARY.md`; that of mdBook lies in `src`, beside the chapters. */
async function summary(read: ReadText): Promise<Omit<BookPlan, 'positions'> | undefined> {
  for (const folder of ['', 'src/']) {
    const text = await read(`${folder}SUMMARY.md`)
    if (text === undefined) continue
    const title = /^\s*title\s*[=:]\s*"?([^"\n]+?)"?\s*$/m.exec((await read('book.toml')) ?? '')?.[1]
    return {...(title !== undefined && {title}), listed: linksIn(text).map((url) => folder + url)}
  }
  return undefined
}

async function sidebar(read: ReadText): Promise<Omit<BookPlan, 'positions'> | undefined> {
  const text = await read('_Sidebar.md')
  return text === undefined ? undefined : {listed: linksIn(text)}
}

/** Addresses of local links in the order of the text. */
function linksIn(text: string): readonly string[] {
  const urls = (node: Nodes): string[] => (node.type === 'link' ? [node.url] : 'children' in node ? node.children.flatMap(urls) : [])
  return urls(parse(new VFile(text))).flatMap(localPath)
}

async function mkdocs(read: ReadText): Promise<Omit<BookPlan, 'positions'> | undefined> {
  const text = (await read('mkdocs.yml')) ?? (await read('mkdocs.yaml'))
  if (text === undefined) return undefined
  const {parseDocument} = await import('yaml')
  // Tags of Python that only MkDocs understands stand in many of these files; they are none of the keys that are read.
  const document = parseDocument(text, {logLevel: 'silent', schema: 'core'})
  const [title, folder, nav] = ['site_name', 'docs_dir', 'nav'].map((key) => plainValue(() => document.get(key)))
  const base = typeof folder === 'string' ? folder : 'docs'
  const paths = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(paths) : []
  return {
    ...(typeof title === 'string' && {title}),
    listed: paths(nav)
      .flatMap(localPath)
      .map((path) => `${base}/${path}`)
  }
}

/** Aliases that multiply are refused by the library with a throw. */
function plainValue(read: () => unknown): unknown {
  try {
    const value = read()
    return typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : value
  } catch {
    return undefined
  }
}

/** Without fragment, query and leading `./`; nothing for another machine. */
function localPath(url: string): readonly string[] {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(url)) return []
  const bare = url.replace(/[?#].*$/s, '').replace(/^(?:\.?\/)+/, '')
  try {
    return bare === '' ? [] : [decodeURIComponent(bare)]
  } catch {
    return [bare]
  }
}
