import {objectOf, type PdfFile} from './pdf-file.ts'

/** Kids of a structure element as Chromium writes them: an array, one element, one marked content. */
const KIDS = /\n\/K (\[[\s\S]*?\](?=\n\/|>>$)|\d+ 0 R|\d+)/

/**
 * Takes the tags of pages that are to go out of the structure tree, in place, and what is left without content. Where headings are
 * gone that others stood below, these move up: PDF/UA-1 (7.4.2) lets no level be skipped.
 */
export function pruneStructure(file: PdfFile, dropped: ReadonlySet<number>): void {
  const number = Number(/\/StructTreeRoot (\d+) 0 R/.exec(objectOf(file, file.root).body)?.[1])
  if (!number) return
  const tree = objectOf(file, number)
  const walk: Walk = {file, dropped, gone: new Set(), level: 0}
  const {gone} = walk
  pruneElement(walk, number, undefined)
  pruneParents(file, tree.body, dropped, gone)
  const ids = /\/IDTree (\d+) 0 R/.exec(tree.body)?.[1]
  if (ids === undefined) return
  const names = objectOf(file, Number(ids))
  names.body = names.body.replace(/\(node\d+\) (\d+) 0 R\s*/g, (entry, element: string) => (gone.has(Number(element)) ? '' : entry))
}

interface Walk {
  readonly file: PdfFile
  readonly dropped: ReadonlySet<number>
  /** Elements that nothing was left of. */
  readonly gone: Set<number>
  /** Of the last heading that stays. */
  level: number
}

/** Returns whether anything is left of the element. @param inherited - Page that it takes from its parent. */
function pruneElement(walk: Walk, number: number, inherited: number | undefined): boolean {
  const {file, dropped, gone} = walk
  const element = objectOf(file, number)
  const page = Number(/\n\/Pg (\d+) 0 R/.exec(element.body.replace(KIDS, ''))?.[1]) || inherited
  const list = KIDS.exec(element.body)?.[1] ?? ''
  const kept = (list.match(/<<[\s\S]*?>>|\d+ 0 R|\d+/g) ?? []).filter((kid) => {
    if (kid.startsWith('<<')) return !dropped.has(Number(/\/Pg (\d+) 0 R/.exec(kid)?.[1] ?? page))
    const child = /^(\d+) 0 R$/.exec(kid)?.[1]
    return child === undefined ? !dropped.has(page ?? 0) : pruneElement(walk, Number(child), page)
  })
  element.body = element.body.replace(KIDS, () => `\n/K [${kept.join(' ')}]`)
  if (kept.length === 0) gone.add(number)
  else
    element.body = element.body.replace(/\n\/S \/H([1-6])\b/, (_, level: string) => {
      walk.level = Math.min(Number(level), walk.level + 1)
      return `\n/S /H${walk.level}`
    })
  return kept.length > 0
}

function pruneParents(file: PdfFile, tree: string, dropped: ReadonlySet<number>, gone: ReadonlySet<number>): void {
  const parents = objectOf(file, Number(/\/ParentTree (\d+) 0 R/.exec(tree)?.[1]))
  const keys = new Set([...dropped].map((page) => Number(/\/StructParents (\d+)/.exec(objectOf(file, page).body)?.[1])))
  parents.body = parents.body.replace(/(\d+) (\d+) 0 R\s*/g, (entry, key: string, value: string) =>
    keys.has(Number(key)) || gone.has(Number(value)) ? '' : entry
  )
}
