import {packBytes} from '../file/pack-bytes.ts'
import {objectOf, type PdfFile} from '../file/pdf-file.ts'
import {readPages} from '../file/read-pages.ts'
import {fromUnits, streamText, toUnicode} from '../file/to-unicode.ts'

/** A character that Chromium says is meant, between marks of its own within those of its element. */
const NOTED = /\/Span<<\/ActualText <FEFF([\dA-F]+)> >> BDC\n([\s\S]*?)EMC\n/gi
const FONT = /\/(\S+) [\d.]+ Tf\b/
/** Any width, any behaviour at the end of a line: read aloud they are the same. */
const SPACES = /^[\p{Zs}\p{Pd}\p{Cf}]+$/u
const SHOWN = /<([\dA-Fa-f]+)> Tj/g
const SHAPELESS = /\p{Cf}/gu
/** Where a word breaks. */
const SOFT_HYPHEN = '\u00ad'

/**
 * Takes away the marks around spaces and hyphens that share a glyph with a plain one (U+00A0, U+2002, U+2011), in place: text is then
 * found with the plain one. Readers built on poppler take the end of the inner mark for the end of the outer, and lose the rest of the
 * paragraph (pdfinfo -struct-text, poppler 22.12 to 25: `endMarkedContent` of MarkedContentOutputDev).
 */
export async function unwrapSpaces(file: PdfFile): Promise<void> {
  const maps = new Map<string, ReadonlyMap<number, string>>() // Names of fonts are unique in a file of Chromium's.
  await Promise.all(readPages(file).map((page) => unwrapPage(file, page, maps)))
}

async function unwrapPage(file: PdfFile, page: number, maps: Map<string, ReadonlyMap<number, string>>): Promise<void> {
  const {body: pageBody} = objectOf(file, page)
  const number = Number(/\/Contents (\d+) 0 R/.exec(pageBody)?.[1])
  const object = objectOf(file, number)
  const content = streamText(object)
  if (!content.includes('/ActualText')) return
  const fonts = new Map([...pageBody.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [name, Number(font)]))
  const textOf = (glyphs: string, name: string) => {
    const map = maps.get(name) ?? toUnicode(file, fonts.get(name))
    maps.set(name, map)
    return (glyphs.match(/.{4}/g) ?? []).map((glyph) => map.get(Number.parseInt(glyph, 16)) ?? '').join('')
  }
  const plain = content.replace(NOTED, (found, units: string, inside: string, at: number) => {
    const meant = fromUnits(units)
    if (!SPACES.test(meant)) return found
    const font = FONT.exec(inside)?.[1] ?? FONT.exec(content.slice(content.lastIndexOf('\n/F', at)))?.[1] ?? ''
    const shown = [...inside.matchAll(SHOWN)].map(([, glyphs = '']) => textOf(glyphs, font)).join('')
    if (meant === SOFT_HYPHEN && shown === ' ') return inside.replace(SHOWN, '') // Drawn as a space without width.
    const isBreak = meant === SOFT_HYPHEN && /^\p{Pd}$/u.test(shown)
    return shown === '' || isBreak || shown === meant.normalize('NFKC').replace(SHAPELESS, '') ? inside : found
  })
  if (plain === content) return
  const packed = await packBytes(Buffer.from(plain, 'latin1'))
  file.objects.set(number, {body: object.body.replace(/\/Length \d+/, `/Length ${packed.length}`), stream: packed})
}
