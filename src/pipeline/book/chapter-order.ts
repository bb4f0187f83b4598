import type {BookPlan} from '../../guide/book/book-plan.ts'

/** A file of a book. */
export interface Chapter {
  /** Relative to the book's folder, `/` between folders. */
  readonly path: string
  /** `sidebar_position` in its front matter. */
  readonly position: number | undefined
}

/**
 * Chapters in the order of the plan; those that it leaves out follow by their places, then by name as people sort: `2` before `10`,
 * a README before what lies beside it.
 */
export function chapterOrder<Item extends Chapter>(chapters: readonly Item[], {listed, positions}: BookPlan): readonly Item[] {
  const places = new Map<string, number>()
  const pages = new Map<string, number>()
  for (const [index, path] of listed.entries()) {
    const isPage = !/[/.]/.test(path)
    for (const map of isPage ? [places, pages] : [places]) if (!map.has(pathKey(path))) map.set(pathKey(path), index)
  }
  const placeOf = ({path}: Item) => places.get(pathKey(path)) ?? pages.get(pathKey(path.split('/').at(-1) ?? path)) ?? listed.length
  return chapters.toSorted((a, b) => placeOf(a) - placeOf(b) || byPlace(a, b, positions))
}

/** What names a page in all of these lists: no ending, no case, hyphens for spaces, a folder for its README. */
function pathKey(path: string): string {
  return path
    .replace(/\.(?:md|markdown|mdx|ipynb)$/i, '')
    .replace(/(?:^|\/)(?:readme|index)$/i, '')
    .replace(/\/$/, '')
    .replace(/[\s_]+/g, '-')
    .toLowerCase()
}

function byPlace(a: Chapter, b: Chapter, positions: BookPlan['positions']): number {
  const [left, right] = [a.path.split('/'), b.path.split('/')]
  const depth = left.findIndex((part, index) => part !== right[index])
  if (depth === -1) return 0
  return placeAt(a, left, depth, positions) - placeAt(b, right, depth, positions) || byName(left[depth] ?? '', right[depth] ?? '')
}

/** Of the file or folder at that depth; big numbers instead of Infinity, whose difference is none. */
function placeAt({position}: Chapter, parts: readonly string[], depth: number, positions: BookPlan['positions']): number {
  const isFile = depth === parts.length - 1
  if (isFile && /^(?:readme|index)\.[^.]+$/i.test(parts[depth] ?? '')) return Number.MIN_SAFE_INTEGER
  return (isFile ? position : positions.get(parts.slice(0, depth + 1).join('/'))) ?? Number.MAX_SAFE_INTEGER
}

/** Digits count as numbers, code units decide the rest: no locale. */
function byName(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.toLowerCase().split(/(\d+)/)) as [string[], string[]]
  for (const [index, part] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const difference = index % 2 === 1 ? Number(part) - Number(other) : part < other ? -1 : part > other ? 1 : 0
    if (difference !== 0) return difference
  }
  return left.length - right.length || (a < b ? -1 : 1)
}
