import {dirname, join} from 'node:path/posix'
import {transform} from 'esbuild'

/** Paths from the top of the checkout, with `/`, to the text of each file. */
export type SourceFiles = ReadonlyMap<string, string>

/** Folders of src from left to right: each imports only from layers to its left, never from its neighbours in a layer. */
const layers = [
  ['mdast', 'report'],
  ['guide', 'parse', 'template'],
  ['extract', 'lock', 'lint'],
  ['render'],
  ['pipeline', 'read', 'write'],
  ['cli']
] as const

/** The files and folders through which disk, clock, chance and terminal come in. */
const doors = ['src/read/', 'src/write/', 'src/render/pdf/browser/', 'src/render/anki/database-bytes.ts', 'src/cli/host.ts'] as const

/** What only doors may name. esbuild swaps these for the markers where they are the globals, not a property or a local of that name. */
const worldly = {
  process: 'world_process',
  console: 'world_console',
  'Date.now': 'world_Date_now',
  'Math.random': 'world_Math_random',
  'performance.now': 'world_performance_now'
} as const

const worldlyModules = /^(?:node:)?(?:fs|child_process|process|os|http|https|http2|net|tls|dns|worker_threads|cluster)(?:\/|$)/
const maxLines = 300

/** Entry points whose name says their place and not what they export. */
const unnamed = new Set(['src/index.ts', 'src/cli/main.ts'])

/** Breaches of the rules of docs/architecture.md, sorted, one line each. Reads the files of src; others are left alone. */
export async function breaches(files: SourceFiles): Promise<readonly string[]> {
  const found = await Promise.all(
    [...files].map(async ([path, text]) => {
      if (!path.startsWith('src/') || !path.endsWith('.ts')) return []
      return [...importBreaches(path, text), ...(await doorBreaches(path, text)), ...formBreaches(path, text)].map(
        (breach) => `${path}: ${breach}`
      )
    })
  )
  return found.flat().sort()
}

/** Paths that a document names in backticks or links to and that are not there. `exists` gets them from the top of the checkout. */
export function missingPaths(document: string, text: string, exists: (path: string) => boolean): readonly string[] {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
  const quoted = [...prose.matchAll(/`((?:\.ci|bench|bin|docs|source|src|templates|test)\/[\w./-]*)`/g)].map(([, path = '']) => path)
  const linked = [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)|\b(?:src|href)="([^"#]+)"/g)]
    .map(([, markdown, html]) => markdown ?? html ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/i.test(target))
    .map((target) => join(dirname(document), target))
  return [...new Set([...quoted, ...linked])].filter((path) => !exists(path)).map((path) => `${document}: ${path} is not there`)
}

function importBreaches(path: string, text: string): readonly string[] {
  const from = placeOf(path)
  return specifiers(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) return worldlyModules.test(specifier) && !isDoor(path) ? [`${specifier} belongs behind a door`] : []
    if (!specifier.endsWith('.ts')) return [`${specifier} lacks its .ts`]
    const target = join(dirname(path), specifier)
    const to = placeOf(target)
    if (from.folder === 'render' && to.folder === 'render' && !mayShare(from.renderer, to.renderer))
      return [`imports ${target}, another renderer`]
    if (from.folder === to.folder || from.layer > to.layer) return []
    return [`imports ${target}, not to its left`]
  })
}

/** Renderers share what lies in render itself and in render/html; the list in render names them all. */
function mayShare(from: string, to: string): boolean {
  return from === to || from === '' || to === '' || to === 'html'
}

async function doorBreaches(path: string, text: string): Promise<readonly string[]> {
  if (isDoor(path)) return []
  const {code} = await transform(text, {loader: 'ts', define: worldly, legalComments: 'none'})
  const named = Object.entries(worldly).filter(([, marker]) => code.includes(marker))
  const clock = /\bnew Date\(\)|(?<!new )\bDate\(\)/.test(code) ? ['new Date()'] : []
  return [...named.map(([name]) => name), ...clock].map((name) => `${name} belongs behind a door`)
}

function formBreaches(path: string, text: string): readonly string[] {
  const lines = text.split('\n').length - 1
  const exported = exportedNames(text)
  const wanted = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)
  return [
    ...(lines > maxLines ? [`${lines} lines, look for the second concept`] : []),
    ...(exported.includes('default') ? ['default export'] : []),
    ...(unnamed.has(path) || exported.some((name) => names(toKebab(name), wanted)) ? [] : [`exports nothing that is called ${wanted}`])
  ]
}

/** `handlers.ts` may hold `handlers` or, with a verb before it, `createHandlers`. */
function names(exported: string, wanted: string): boolean {
  return exported === wanted || exported.endsWith(`-${wanted}`) || exported === `${wanted}-command`
}

interface Place {
  readonly folder: string
  /** Place from the left; src itself is right of all. */
  readonly layer: number
  /** Folder below render, empty elsewhere. */
  readonly renderer: string
}

function placeOf(path: string): Place {
  const [, folder = '', below = '', ...rest] = path.split('/')
  if (below === '') return {folder: '', layer: layers.length, renderer: ''}
  const layer = layers.findIndex((names) => (names as readonly string[]).includes(folder))
  if (layer === -1) throw new Error(`Expected ${path} to lie in a folder of a known layer`)
  return {folder, layer, renderer: folder === 'render' && rest.length > 0 ? below : ''}
}

function isDoor(path: string): boolean {
  return doors.some((door) => (door.endsWith('/') ? path.startsWith(door) : path === door))
}

/** What a file imports or re-exports, types included. */
function specifiers(text: string): readonly string[] {
  const statements = text.matchAll(/^(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]/gm)
  const calls = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)
  return [...statements, ...calls].map(([, specifier = '']) => specifier)
}

function exportedNames(text: string): readonly string[] {
  const declared = [
    ...text.matchAll(/^export (?:declare )?(?:async )?(?:function\*?|const|let|class|interface|type|enum|default) ?(\w+)?/gm)
  ]
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = '']) => names.split(','))
  return [
    ...declared.map(([statement, name = '']) => (statement.startsWith('export default') ? 'default' : name)),
    ...listed.map((name) => name.trim().split(' ').at(-1) ?? '')
  ]
}

function toKebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
}
