import {inflateSync} from 'node:zlib'

/**
 * Characters that a WOFF font has glyphs for, from the tables of its `cmap` that list Unicode (formats 4 and 12).
 *
 * @see https://www.w3.org/TR/WOFF/ (4 and 5) and https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function woffCoverage(font: Uint8Array): ReadonlySet<number> {
  const cmap = readTable(font, 'cmap')
  const found = new Set<number>()
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const offset = cmap.getUint32(4 + index * 8 + 4)
    const table = new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset)
    const ranges = table.getUint16(0) === 4 ? segments(table) : table.getUint16(0) === 12 ? groups(table) : []
    for (const [from, to] of ranges) for (let point = from; point <= to; point++) found.add(point)
  }
  return found
}

type Range = readonly [from: number, to: number]

/** Format 4. A segment's characters all count: fonts of today do not punch holes into segments. */
function segments(table: DataView): readonly Range[] {
  const count = table.getUint16(6) / 2
  const ranges = Array.from(
    {length: count},
    (_, index): Range => [table.getUint16(16 + count * 2 + index * 2), table.getUint16(14 + index * 2)]
  )
  return ranges.filter(([from]) => from !== 0xffff)
}

/** Format 12. */
function groups(table: DataView): readonly Range[] {
  return Array.from(
    {length: table.getUint32(12)},
    (_, index): Range => [table.getUint32(16 + index * 12), table.getUint32(20 + index * 12)]
  )
}

function readTable(font: Uint8Array, tag: string): DataView {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  for (let index = 0; index < view.getUint16(12); index++) {
    const entry = 44 + index * 20
    if (Buffer.from(font.subarray(entry, entry + 4)).toString('latin1') !== tag) continue
    const [offset, packed, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8), view.getUint32(entry + 12)]
    const bytes = font.subarray(offset, offset + packed)
    const table = packed < length ? inflateSync(bytes) : bytes
    return new DataView(table.buffer, table.byteOffset, table.byteLength)
  }
  throw new SyntaxError(`Expected a table ${tag} in the WOFF font`)
}
