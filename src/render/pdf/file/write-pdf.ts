import {packBytes} from './pack-bytes.ts'
import type {PdfFile} from './pdf-file.ts'

/** Readers unpack a whole object stream to get at one object in it. */
const OBJECTS_PER_STREAM = 500

/** How the cross-reference stream tells where an object is: [2, number of its object stream, index in it] or [1, offset, 0]. */
type Place = readonly [kind: 1 | 2, where: number, index: number]

/**
 * Puts a file together as PDF 1.7 with object streams and a cross-reference stream; a quarter of the size for a tagged text.
 * Same parts, same bytes.
 */
export async function writePdf(file: PdfFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const places: Place[] = []
  let offset = 0
  let last = file.objects.size
  const put = (text: string, stream?: Uint8Array) => {
    const parts = stream ? [latin1(text), stream, latin1('\nendstream\nendobj\n')] : [latin1(text)]
    chunks.push(...parts)
    offset += parts.reduce((sum, part) => sum + part.length, 0)
  }
  const putStream = (number: number, body: string, stream: Uint8Array) => {
    places[number] = [1, offset, 0]
    put(`${number} 0 obj\n${body}\nstream\n`, stream)
  }

  put('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
  const packed: [number, string][] = []
  for (const [number, {body, stream}] of file.objects) {
    if (stream) putStream(number, body, stream)
    else packed.push([number, body])
  }
  const groups = Array.from({length: Math.ceil(packed.length / OBJECTS_PER_STREAM)}, (_, index) =>
    packed.slice(index * OBJECTS_PER_STREAM, (index + 1) * OBJECTS_PER_STREAM)
  )
  const streams = groups.map((group) => {
    const number = ++last
    let position = 0
    const index = group.map(([member, body], place) => {
      places[member] = [2, number, place]
      const entry = `${member} ${position}`
      position += body.length + 1
      return entry
    })
    const head = `${index.join(' ')}\n`
    return {group, number, head, packing: packBytes(latin1(head + group.map(([, body]) => body).join('\n')))}
  })
  for (const {group, number, head, packing} of streams) {
    const content = await packing
    putStream(number, `<</Type /ObjStm /N ${group.length} /First ${head.length} /Filter /FlateDecode /Length ${content.length}>>`, content)
  }
  const tableNumber = ++last
  const tableOffset = offset
  places[tableNumber] = [1, tableOffset, 0]
  const table = await packBytes(encodePlaces(places))
  const keys = `/Type /XRef /Size ${tableNumber + 1} /W [1 4 2] /Root ${file.root} 0 R /Info ${file.info} 0 R`
  putStream(tableNumber, `<<${keys} /Filter /FlateDecode /Length ${table.length}>>`, table)
  put(`startxref\n${tableOffset}\n%%EOF\n`)
  return Buffer.concat(chunks)
}

function encodePlaces(places: readonly Place[]): Uint8Array {
  const table = Buffer.alloc(places.length * 7)
  table.writeUInt16BE(0xffff, 5)
  for (const [number, place] of places.entries()) {
    if (!place) continue
    table.writeUInt8(place[0], number * 7)
    table.writeUInt32BE(place[1], number * 7 + 1)
    table.writeUInt16BE(place[2], number * 7 + 5)
  }
  return table
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}
