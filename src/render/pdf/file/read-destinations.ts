import {objectOf, type PdfFile} from './pdf-file.ts'
import {readPages} from './read-pages.ts'

/** A place in the document: page from 1, and how far from the left and bottom edge, in points. */
export interface Destination {
  readonly page: number
  readonly left: number
  readonly top: number
}

/** Places by the id of the element, of every element that a link on a page leads to. */
export function readDestinations(file: PdfFile): ReadonlyMap<string, Destination> {
  const table = /\/Dests (\d+) 0 R/.exec(objectOf(file, file.root).body)?.[1]
  if (!table) return new Map()
  const pages = new Map(readPages(file).map((page, index) => [page, index + 1]))
  const entries = objectOf(file, Number(table)).body.matchAll(/\/([^\s/[]+) \[(\d+) 0 R \/XYZ (\S+) (\S+) /g)
  return new Map(
    [...entries].map(([, id = '', page, left, top]) => [id, {page: pages.get(Number(page)) ?? 0, left: Number(left), top: Number(top)}])
  )
}
