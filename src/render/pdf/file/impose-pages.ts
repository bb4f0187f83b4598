import {deflateSync, inflateSync} from 'node:zlib'
import {addObject, objectOf, type PdfFile} from './pdf-file.ts'
import {readPages} from './read-pages.ts'

/** A sheet of paper with pages on it. Lengths in points from the lower left corner. */
export interface Sheet {
  readonly width: number
  readonly height: number
  /** `page` counts from 0; each page lies in one cell at most. */
  readonly cells: readonly {readonly page: number; readonly left: number; readonly bottom: number}[]
  /** Size of a cell: a page that Chromium rounded to its pixels stands in the middle. Without it, a page is as large as its cell. */
  readonly cell?: {readonly width: number; readonly height: number}
  /** Operators that draw cut lines; an artifact. */
  readonly marks: string
  /** What viewers call it in place of its number. */
  readonly label?: string
}

/** Where a page went: the object of its sheet, how far it moved, and how far its marked content is renumbered. */
interface Move {
  readonly sheet: number
  readonly left: number
  readonly bottom: number
  readonly firstMcid: number
}

/**
 * Lays small pages out on sheets, in place: text, tags, links and bookmarks move along, so that a sheet of cards is as accessible
 * as the pages were. Names of resources are unique in Chromium's files, so those of a sheet's pages can stand side by side.
 */
export function imposePages(file: PdfFile, sheets: readonly Sheet[]): void {
  const pages = readPages(file)
  const tree = parentTree(file)
  const moves = new Map<number, Move>()
  const root = Number(/\/Pages (\d+) 0 R/.exec(objectOf(file, file.root).body)?.[1])
  const numbers = sheets.map((sheet) => {
    const number = addObject(file, {body: 'null'})
    const parents: string[] = []
    let content = ''
    let key: number | undefined
    const bodies: string[] = []
    for (const cell of sheet.cells) {
      const object = pages[cell.page]
      if (object === undefined) throw new RangeError(`Expected page ${cell.page + 1} but the print has ${pages.length}`)
      const {body} = objectOf(file, object)
      const [right, up] = sheet.cell ? toMiddle(body, sheet.cell) : [0, 0]
      const [left, bottom] = [cell.left + right, cell.bottom + up]
      const own = Number(/\/StructParents (\d+)/.exec(body)?.[1])
      moves.set(object, {sheet: number, left: rounded(left), bottom: rounded(bottom), firstMcid: parents.length})
      content += `q\n1 0 0 1 ${rounded(left)} ${rounded(bottom)} cm\n${renumber(contentOf(file, body), parents.length)}\nQ\n`
      parents.push(...(tree.arrays.get(own) ?? []))
      tree.entries.delete(own)
      key ??= own
      bodies.push(body)
    }
    if (key !== undefined) tree.entries.set(key, `${addObject(file, {body: `[${parents.join(' ')}]`})} 0 R`)
    const stream = deflateSync(Buffer.from(`${content}/Artifact BMC\nq\n${sheet.marks}Q\nEMC\n`, 'latin1'))
    const stored = addObject(file, {body: `<</Filter /FlateDecode\n/Length ${stream.length}>>`, stream})
    const annotations = bodies.flatMap((body) => /\/Annots \[([^\]]*)\]/.exec(body)?.[1] ?? []).join(' ')
    const lines = [
      '<</Type /Page',
      `/Parent ${root} 0 R`,
      `/MediaBox [0 0 ${sheet.width} ${sheet.height}]`,
      `/Resources ${mergeResources(bodies)}`,
      `/Contents ${stored} 0 R`,
      '/Tabs /S',
      ...(annotations ? [`/Annots [${annotations}]`] : []),
      ...(key === undefined ? [] : [`/StructParents ${key}`])
    ]
    file.objects.set(number, {body: `${lines.join('\n')}>>`})
    return number
  })
  const names = [...tree.entries].toSorted(([a], [b]) => a - b).map(([key, value]) => `${key} ${value}`)
  objectOf(file, tree.number).body = `<</Type /ParentTree\n/Nums [${names.join(' ')}]>>`
  moveReferences(file, pages, moves)
  file.objects.set(root, {
    body: `<</Type /Pages\n/Count ${numbers.length}\n/Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`
  })
}

/** Everything that names a page: structure elements, links, bookmarks, destinations. Pages laid out are gone. */
function moveReferences(file: PdfFile, pages: readonly number[], moves: ReadonlyMap<number, Move>): void {
  for (const page of pages) {
    const {sheet, left, bottom} = moves.get(page) ?? {sheet: 0, left: 0, bottom: 0}
    const annotations = /\/Annots \[([^\]]*)\]/.exec(objectOf(file, page).body)?.[1] ?? ''
    for (const [, number] of annotations.matchAll(/(\d+) 0 R/g)) {
      const annotation = objectOf(file, Number(number))
      annotation.body = annotation.body.replace(/\/Rect \[(\S+) (\S+) (\S+) (\S+)\]/, (_, ...edges: string[]) => {
        const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = edges.slice(0, 4).map(Number)
        return `/Rect [${x0 + left} ${y0 + bottom} ${x1 + left} ${y1 + bottom}]`
      })
    }
    // What the page drew is drawn by its sheet now.
    for (const [, number] of contentsOf(objectOf(file, page).body).matchAll(/(\d+) 0 R/g)) file.objects.set(Number(number), {body: 'null'})
    if (sheet > 0) file.objects.set(page, {body: 'null'})
  }
  for (const object of file.objects.values()) {
    if (object.stream) continue
    if (object.body.startsWith('<</Type /StructElem')) object.body = moveElement(object.body, moves)
    object.body = object.body.replace(/\[(\d+) 0 R \/XYZ (\S+) (\S+) /g, (found, page: string, x: string, y: string) => {
      const move = moves.get(Number(page))
      return move ? `[${move.sheet} 0 R /XYZ ${Number(x) + move.left} ${Number(y) + move.bottom} ` : found
    })
  }
}

function moveElement(body: string, moves: ReadonlyMap<number, Move>): string {
  const own = moves.get(Number(/\n\/Pg (\d+) 0 R/.exec(body)?.[1]))
  const kids = body.replace(/\n\/K (\[[\s\S]*?\](?=\n\/|>>$)|\d+(?! 0 R))/, (_, list: string) => {
    const moved = list.replace(/<<[\s\S]*?>>|\d+ 0 R|\d+/g, (kid) => {
      if (/^\d+$/.test(kid)) return String(Number(kid) + (own?.firstMcid ?? 0))
      const move = moves.get(Number(/\/Pg (\d+) 0 R/.exec(kid)?.[1])) ?? own
      return kid.replace(/\/MCID (\d+)/, (__, mcid: string) => `/MCID ${Number(mcid) + (move?.firstMcid ?? 0)}`)
    })
    return `\n/K ${moved}`
  })
  return kids.replace(/\/Pg (\d+) 0 R/g, (found, page: string) => {
    const move = moves.get(Number(page))
    return move ? `/Pg ${move.sheet} 0 R` : found
  })
}

interface ParentTree {
  readonly number: number
  /** Values by key, as they stand. */
  readonly entries: Map<number, string>
  /** For keys of pages: the structure element of each marked content. */
  readonly arrays: ReadonlyMap<number, readonly string[]>
}

function parentTree(file: PdfFile): ParentTree {
  const root = Number(/\/StructTreeRoot (\d+) 0 R/.exec(objectOf(file, file.root).body)?.[1])
  const number = Number(/\/ParentTree (\d+) 0 R/.exec(objectOf(file, root).body)?.[1])
  const pairs = /\/Nums \[([\s\S]*)\]/.exec(objectOf(file, number).body)?.[1] ?? ''
  const entries = new Map([...pairs.matchAll(/(\d+) (\d+ 0 R)/g)].map(([, key, value = '']) => [Number(key), value]))
  const arrays = [...entries].flatMap(([key, value]) => {
    const {body} = objectOf(file, Number.parseInt(value, 10))
    return body.startsWith('[') ? [[key, body.match(/\d+ 0 R|null/g) ?? []] as const] : []
  })
  return {number, entries, arrays: new Map(arrays)}
}

/** How far a page moves to stand in the middle of its cell, in points. */
function toMiddle(page: string, {width, height}: {readonly width: number; readonly height: number}): readonly [number, number] {
  const [, pageWidth, pageHeight] = /\/MediaBox \[0 0 (\S+) (\S+)\]/.exec(page) ?? []
  const half = (room: number, taken: string | undefined) => (taken === undefined ? 0 : (room - Number(taken)) / 2)
  return [half(width, pageWidth), half(height, pageHeight)]
}

function contentsOf(page: string): string {
  return /\/Contents (\[[^\]]*\]|\d+ 0 R)/.exec(page)?.[1] ?? ''
}

function contentOf(file: PdfFile, page: string): string {
  const parts = [...contentsOf(page).matchAll(/(\d+) 0 R/g)].map(([, number]) => {
    const {body, stream = Buffer.alloc(0)} = objectOf(file, Number(number))
    return Buffer.from(body.includes('/FlateDecode') ? inflateSync(stream) : stream).toString('latin1')
  })
  return parts.join('\n')
}

function renumber(content: string, first: number): string {
  return content.replace(/\/MCID (\d+) >>BDC/g, (_, mcid: string) => `/MCID ${Number(mcid) + first} >>BDC`)
}

function mergeResources(pages: readonly string[]): string {
  const kinds = new Map<string, Set<string>>()
  for (const page of pages)
    for (const [, kind = '', entries = ''] of page.matchAll(/\/(ExtGState|Font|XObject|Pattern|Shading|ColorSpace) <<([^<>]*)>>/g)) {
      const known = kinds.get(kind) ?? new Set()
      for (const entry of entries.match(/\/\S+ \d+ 0 R/g) ?? []) known.add(entry)
      kinds.set(kind, known)
    }
  return `<<${[...kinds].map(([kind, entries]) => `/${kind} <<${[...entries].join('\n')}>>`).join('\n')}>>`
}

function rounded(points: number): number {
  return Math.round(points * 1000) / 1000
}
