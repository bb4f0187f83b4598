import {objectOf, type PdfFile} from '../file/pdf-file.ts'
import {fromUnits, toUnicode} from '../file/to-unicode.ts'
import type {Rewrite} from './rewrite-contents.ts'

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
 * Takes away the marks around spaces and hyphens that share a glyph with a plain one (U+00A0, U+2002, U+2011): text is then
 * found with the plain one. Readers built on poppler take the end of the inner mark for the end of the outer, and lose the rest of the
 * paragraph (pdfinfo -struct-text, poppler 22.12 to 25: `endMarkedContent` of MarkedContentOutputDev).
 */
export function unwrapSpaces(file: PdfFile): Rewrite {
  const maps = new Map<string, ReadonlyMap<number, string>>() // Names of fonts are unique in a file of Chromium's.
  return (content, page) => unwrapPage(file, page, content, maps)
}

function unwrapPage(file: PdfFile, page: number, content: string, maps: Map<string, ReadonlyMap<number, string>>): string {
  if (!content.includes('/ActualText')) return content
  const fonts = new Map([...objectOf(file, page).body.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [name, Number(font)]))
  const textOf = (glyphs: string, name: string) => {
    const map = maps.get(name) ?? toUnicode(file, fonts.get(name))
    maps.set(name, map)
    return (glyphs.match(/.{4}/g) ?? []).map((glyph) => map.get(Number.parseInt(glyph, 16)) ?? '').join('')
  }
  return content.replace(NOTED, (found, units: string, inside: string, at: number) => {
    const meant = fromUnits(units)
    if (!SPACES.test(meant)) return found
    const font = FONT.exec(inside)?.[1] ?? FONT.exec(content.slice(content.lastIndexOf('\n/F', at)))?.[1] ?? ''
    const shown = [...inside.matchAll(SHOWN)].map(([, glyphs = '']) => textOf(glyphs, font)).join('')
    if (meant === SOFT_HYPHEN && shown === ' ') return inside.replace(SHOWN, '') // Drawn as a space without width.
    const isBreak = meant === SOFT_HYPHEN && /^\p{Pd}$/u.test(shown)
    return shown === '' || isBreak || shown === meant.normalize('NFKC').replace(SHAPELESS, '') ? inside : found
  })
}
