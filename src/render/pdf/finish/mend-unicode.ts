import {deflateSync, inflateSync} from 'node:zlib'
import {objectOf, type PdfFile} from '../file/pdf-file.ts'

/** A glyph without a character: parts of a brace, a hat or an arrow that a formula stretched. */
const NOTHING = /(<[0-9A-F]{4}> )<0000>(?=\n)/g

/**
 * Gives glyphs that stand for no character a space as their text, in place. Chromium writes U+0000, which PDF/UA-1 (7.21.7) forbids;
 * any other sign would be read aloud for each part.
 */
export function mendUnicode(file: PdfFile): void {
  const maps = new Set([...file.objects.values()].flatMap(({body}) => /\/ToUnicode (\d+) 0 R/.exec(body)?.[1] ?? []).map(Number))
  for (const number of maps) {
    const {body, stream = new Uint8Array()} = objectOf(file, number)
    const isPacked = body.includes('/FlateDecode')
    const text = Buffer.from(isPacked ? inflateSync(stream) : stream).toString('latin1')
    const mended = text.replace(NOTHING, '$1<0020>')
    if (mended === text) continue
    const bytes = Buffer.from(mended, 'latin1')
    const packed = isPacked ? deflateSync(bytes) : bytes
    file.objects.set(number, {body: body.replace(/\/Length \d+/, `/Length ${packed.length}`), stream: packed})
  }
}
