import {inflateRawSync} from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const endLength = 22
const entryLength = 46
const localLength = 30
const deflated = 8
const longestComment = 0xffff

/**
 * One file out of a zip archive (PKWARE APPNOTE 4.3), undefined when there is none of the name. No zip64, no encryption: decks have neither.
 * @throws RangeError for bytes that are no zip archive, or a damaged one.
 */
export function unzip(archive: Uint8Array, name: string): Uint8Array | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = findEnd(bytes)
  let entry = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    if (bytes.readUInt32LE(entry) !== entryMark) throw new RangeError('Expected a zip archive but found a broken directory')
    const nameEnd = entry + entryLength + bytes.readUInt16LE(entry + 28)
    if (bytes.toString('utf8', entry + entryLength, nameEnd) === name) return content(bytes, entry)
    entry = nameEnd + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32)
  }
  return undefined
}

function findEnd(bytes: Buffer): number {
  const last = bytes.length - endLength
  for (let at = last; at >= 0 && at >= last - longestComment; at--) if (bytes.readUInt32LE(at) === endMark) return at
  throw new RangeError('Expected a zip archive but found no directory')
}

/** Name and extra field stand in the local header once more, with lengths of their own. */
function content(bytes: Buffer, entry: number): Uint8Array {
  const local = bytes.readUInt32LE(entry + 42)
  const from = local + localLength + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(from, from + bytes.readUInt32LE(entry + 20))
  if (bytes.readUInt16LE(entry + 10) !== deflated) return packed
  return inflateRawSync(packed, {maxOutputLength: bytes.readUInt32LE(entry + 24)})
}
