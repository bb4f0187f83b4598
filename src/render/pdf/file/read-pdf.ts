import type {PdfFile, PdfObject} from './pdf-file.ts'

const OBJECT = /^(\d+) 0 obj\s*/
const LENGTH = /\/Length (\d+)\b(?! \d+ R)/
const STREAM = '>> stream\n'

/**
 * Takes a file that Chromium wrote apart.
 *
 * @throws SyntaxError when the file is not of that plain kind (another writer, cut short).
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1])
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1])
  const info = Number(/\/Info (\d+) 0 R/.exec(trailer)?.[1])
  const header = /^xref\s+0 (\d+)\s+/.exec(text.slice(table, table + 64))
  if (!header || !root || !info) throw new SyntaxError('Expected a PDF file with one cross-reference table')
  const offsets = readOffsets(text, table + header[0].length, Number(header[1]))
  const ends = endsOf(offsets, table)
  const objects = new Map<number, PdfObject>()
  for (const [number, offset] of offsets.entries()) {
    if (number === 0) continue
    objects.set(number, offset === undefined ? {body: 'null'} : readObject(text, bytes, number, offset, ends.get(offset) ?? table))
  }
  return {objects, root, info}
}

/** Offsets by object number; `undefined` for the free ones. */
function readOffsets(text: string, rows: number, count: number): readonly (number | undefined)[] {
  return Array.from({length: count}, (_, number) => {
    const row = text.slice(rows + number * 20, rows + number * 20 + 18)
    return row.endsWith('n') ? Number(row.slice(0, 10)) : undefined
  })
}

/** Where the object that starts at an offset ends at the latest: where the next one starts. A title may hold the word `endobj`. */
function endsOf(offsets: readonly (number | undefined)[], table: number): ReadonlyMap<number, number> {
  const sorted = offsets.filter((offset) => offset !== undefined).toSorted((a, b) => a - b)
  return new Map(sorted.map((offset, index) => [offset, sorted[index + 1] ?? table]))
}

function readObject(text: string, bytes: Uint8Array, number: number, offset: number, end: number): PdfObject {
  const head = OBJECT.exec(text.slice(offset, offset + 24))
  if (Number(head?.[1]) !== number) throw new SyntaxError(`Expected object ${number} at offset ${offset} of the PDF file`)
  const from = offset + (head?.[0].length ?? 0)
  const opening = text.slice(from, Math.min(end, from + 65_536)).indexOf(STREAM)
  if (opening === -1) return {body: text.slice(from, text.lastIndexOf('endobj', end)).trimEnd()}
  const body = text.slice(from, from + opening + 2)
  const length = Number(LENGTH.exec(body)?.[1])
  if (Number.isNaN(length)) throw new SyntaxError(`Expected a length in object ${number} of the PDF file`)
  const data = from + opening + STREAM.length
  return {body, stream: bytes.subarray(data, data + length)}
}
