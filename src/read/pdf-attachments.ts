import {inflateSync} from 'node:zlib'

/** A file inside a PDF. */
export interface PdfAttachment {
  readonly name: string
  /** `Source`, `Alternative`, `Data`; empty where the file does not say. */
  readonly relation: string
  readonly bytes: Uint8Array
}

/** A packed object may be no larger: a file of a few kilobytes could fill the memory. */
const MOST_BYTES = 2 ** 28

/** An object as it stands in the file: its text in Latin-1, and its stream where it has one. */
interface Found {
  readonly text: string
  readonly stream?: Uint8Array
}

/**
 * Files inside a PDF, by name. Objects are looked for from the first byte to the last and not by the file's own tables: other programs
 * save a handout anew, and a later copy of an object replaces the one before it.
 *
 * @throws RangeError for a file that is no PDF, or an encrypted one.
 */
export function pdfAttachments(bytes: Uint8Array): readonly PdfAttachment[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!text.startsWith('%PDF-')) throw new RangeError('it is no PDF')
  if (/\/Encrypt\s+\d+ \d+ R/.test(text)) throw new RangeError('it is encrypted')
  const objects = objectsOf(text, bytes)
  const specifications = [...objects.values()].filter(
    (found) => /\/Type\s*\/F(?:ile)?[Ss]pec\b/.test(found.text) && /\/EF\b/.test(found.text)
  )
  return specifications
    .flatMap((found) => {
      const reference = /\/EF\s*<<[^>]*?\/U?F\s+(\d+)\s+\d+\s+R/.exec(found.text)?.[1]
      const content = objects.get(Number(reference))
      if (content?.stream === undefined) return []
      const name = stringAt(found.text, '/UF') ?? stringAt(found.text, '/F') ?? ''
      return [{name, relation: /\/AFRelationship\s*\/(\w+)/.exec(found.text)?.[1] ?? '', bytes: unpack(content)}]
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function objectsOf(text: string, bytes: Uint8Array): ReadonlyMap<number, Found> {
  const objects = new Map<number, Found>()
  const opening = /(?<=^|[\s>])(\d+)\s+\d+\s+obj\b/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = opening.lastIndex
    const end = text.indexOf('endobj', from)
    const start = /\bstream\r?\n/.exec(text.slice(from, end === -1 ? undefined : end))
    if (!start) {
      objects.set(Number(match[1]), {text: text.slice(from, end === -1 ? undefined : end)})
      continue
    }
    const head = text.slice(from, from + start.index)
    const at = from + start.index + start[0].length
    const length = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(head)?.[1]
    const stop = length === undefined ? text.indexOf('endstream', at) : at + Number(length)
    if (stop < at || stop > text.length) break // Cut short.
    objects.set(Number(match[1]), {text: head, stream: bytes.subarray(at, stop)})
    opening.lastIndex = stop // What looks like an object in there is none.
  }
  for (const found of [...objects.values()]) if (/\/Type\s*\/ObjStm\b/.test(found.text)) addMembers(found, objects)
  return objects
}

/** Objects without streams lie packed in a stream of their own: pairs of number and offset, then the objects. */
function addMembers(packed: Found, objects: Map<number, Found>): void {
  const text = Buffer.from(unpack(packed)).toString('latin1')
  const first = Number(/\/First\s+(\d+)/.exec(packed.text)?.[1])
  const pairs = text.slice(0, first).trim().split(/\s+/).map(Number)
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const [number = 0, offset = 0] = pairs.slice(index, index + 2)
    const end = pairs[index + 3]
    if (!objects.has(number)) objects.set(number, {text: text.slice(first + offset, end === undefined ? undefined : first + end)})
  }
}

function unpack({text, stream = new Uint8Array()}: Found): Uint8Array {
  if (!/\/Filter\b/.test(text)) return stream
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(text) || /\/DecodeParms/.test(text))
    throw new RangeError('it is packed in a way that is not read here')
  return inflateSync(stream, {maxOutputLength: MOST_BYTES})
}

/** A text: `(...)` with escapes or `<...>` in hex, in UTF-16 where it begins with its mark. */
function stringAt(dictionary: string, key: string): string | undefined {
  const [, literal, hex] = new RegExp(String.raw`${key}\s*(?:\(((?:[^\\()]|\\[\s\S])*)\)|<([0-9A-Fa-f\s]*)>)`).exec(dictionary) ?? []
  if (hex !== undefined) return decodeText(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
  return literal === undefined ? undefined : decodeText(Buffer.from(unescaped(literal), 'latin1'))
}

function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : escaped
  )
}

function decodeText(bytes: Buffer): string {
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be').decode(bytes.subarray(2)) : bytes.toString('latin1')
}
