import {inflateSync} from 'node:zlib'
import {objectOf, type PdfFile, type PdfObject} from './pdf-file.ts'

/** Text of the stream of an object, one byte a character. */
export function streamText({body, stream = new Uint8Array()}: PdfObject): string {
  return Buffer.from(body.includes('/FlateDecode') ? inflateSync(stream) : stream).toString('latin1')
}

/** What the glyphs of a font stand for, by their numbers: its ToUnicode map. Empty where it has none. @see ISO 32000-1, 9.10.3 */
export function toUnicode(file: PdfFile, font: number | undefined): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  const map = font === undefined ? undefined : /\/ToUnicode (\d+) 0 R/.exec(objectOf(file, font).body)?.[1]
  if (map === undefined) return found
  const text = streamText(objectOf(file, Number(map)))
  for (const [, rows = ''] of text.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', units = ''] of rows.matchAll(/<(\w+)> <(\w+)>/g)) found.set(Number.parseInt(glyph, 16), fromUnits(units))
  for (const [, rows = ''] of text.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', units = ''] of rows.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = Number.parseInt(from, 16)
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++)
        found.set(glyph, String.fromCharCode(Number.parseInt(units, 16) + glyph - first))
    }
  return found
}

/** UTF-16 in hexadecimal. */
export function fromUnits(units: string): string {
  return (units.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}
