import {objectOf, type PdfFile} from './pdf-file.ts'
import {readPages} from './read-pages.ts'

/** A bookmark of the file. */
export interface OutlineItem {
  /** Number of its object. */
  readonly object: number
  /** From 1. */
  readonly page: number
  /** From the left and the bottom edge, in points. */
  readonly left: number
  readonly top: number
}

/** All bookmarks in reading order: one for every heading of a tagged print. */
export function readOutline(file: PdfFile): readonly OutlineItem[] {
  const root = /\/Outlines (\d+) 0 R/.exec(objectOf(file, file.root).body)?.[1]
  if (root === undefined) return []
  const pages = new Map(readPages(file).map((page, index) => [page, index + 1]))
  const items: OutlineItem[] = []
  // Siblings in a loop, children by recursion: 2,000 questions in a row are no depth.
  const walk = (first: string | undefined) => {
    for (let number = first; number !== undefined; ) {
      const {body} = objectOf(file, Number(number))
      const [, page, left = 0, top = 0] = /\/Dest \[(\d+) 0 R(?: \/XYZ (\S+) (\S+) )?/.exec(body) ?? []
      items.push({object: Number(number), page: pages.get(Number(page)) ?? 0, left: Number(left), top: Number(top)})
      walk(/\n\/First (\d+) 0 R/.exec(body)?.[1])
      number = /\n\/Next (\d+) 0 R/.exec(body)?.[1]
    }
  }
  walk(/\n\/First (\d+) 0 R/.exec(objectOf(file, Number(root)).body)?.[1])
  return items
}
