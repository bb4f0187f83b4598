import {deflateSync, inflateSync} from 'node:zlib'
import {objectOf, type PdfFile, type PdfObject} from '../file/pdf-file.ts'
import {readPages} from '../file/read-pages.ts'

/** Strings are passed over, so that a text about PDF keeps its operators. */
const COLOUR_OPERATOR = /\((?:[^\\()]|\\[\s\S])*\)|<[\dA-Fa-f\s]*>|(?<![\d.])(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (rg|RG)(?=\s|$)/g

/** Ends a PostScript function that leaves red, green and blue on the stack. */
const TO_GREY = ' .11 mul exch .59 mul add exch .3 mul add '

/**
 * Makes every colour of a file a grey, in place: in page content, gradients, masks and bitmaps, so that no printer mixes ink for it.
 *
 * @returns How many pictures could not be changed: only those that a browser has passed on as they were (JPEG inside of SVG).
 * @see ISO 32000-1, 10.3.2 (from DeviceRGB to DeviceGray)
 */
export function toGrey(file: PdfFile): number {
  for (const [number, object] of file.objects) if (isContent(object)) file.objects.set(number, changeStream(object, greyOperators))
  for (const page of readPages(file))
    for (const number of contentsOf(objectOf(file, page).body)) {
      const object = objectOf(file, number)
      if (!isContent(object)) file.objects.set(number, changeStream(object, greyOperators))
    }
  let left = 0
  for (const [number, object] of file.objects) {
    if (object.body.includes('/Subtype /Image')) {
      const grey = greyImage(object)
      if (grey) file.objects.set(number, grey)
      else if (/\/(?:DeviceRGB|DeviceCMYK|ICCBased|CalRGB|Lab|Indexed)\b/.test(object.body)) left++
      continue
    }
    if (/\/(?:ShadingType|FunctionType|PatternType|Transparency)\b/.test(object.body)) object.body = greyDictionary(object.body)
    if (object.body.includes('/FunctionType 4') && /\/Range \[0 1 0 1 0 1\]/.test(object.body)) {
      const changed = changeStream(object, (code) => code.replace(/\}\s*$/, `${TO_GREY}}`))
      changed.body = changed.body.replace(/\/Range \[0 1 0 1 0 1\]/, '/Range [0 1]')
      file.objects.set(number, changed)
    }
  }
  return left
}

/** Forms and tiles draw as pages do. */
function isContent({body, stream}: PdfObject): boolean {
  return stream !== undefined && /\/Subtype \/Form\b|\/PatternType 1\b/.test(body)
}

function contentsOf(page: string): readonly number[] {
  const list = /\/Contents (\[[^\]]*\]|\d+ 0 R)/.exec(page)?.[1] ?? ''
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
}

function greyOperators(content: string): string {
  return content.replace(COLOUR_OPERATOR, (found, red?: string, green?: string, blue?: string, operator?: string) =>
    operator === undefined ? found : `${greyOf(Number(red), Number(green), Number(blue))} ${operator === 'rg' ? 'g' : 'G'}`
  )
}

/** Colour spaces of shadings and groups, ends of gradients. */
function greyDictionary(body: string): string {
  return body
    .replace(/\/(ColorSpace|CS) \/DeviceRGB\b/g, '/$1 /DeviceGray')
    .replace(
      /\/C([01]) \[(\S+) (\S+) (\S+)\]/g,
      (_, end, red, green, blue) => `/C${end} [${greyOf(Number(red), Number(green), Number(blue))}]`
    )
}

/** A bitmap of three bytes a pixel with one; undefined for one that is packed in a way of its own. */
function greyImage({body, stream}: PdfObject): PdfObject | undefined {
  const filter = /\/Filter \[?\s*\/(\w+)/.exec(body)?.[1]
  const isRgb =
    /\/ColorSpace (?:\/DeviceRGB|\[\s*\/ICCBased)/.test(body) && /\/BitsPerComponent 8\b/.test(body) && !body.includes('/DecodeParms')
  if (!isRgb || !stream || (filter !== undefined && filter !== 'FlateDecode')) return undefined
  const colours = filter === undefined ? stream : inflateSync(stream)
  const [width, height] = [/\/Width (\d+)/, /\/Height (\d+)/].map((pattern) => Number(pattern.exec(body)?.[1]))
  if (colours.length !== (width ?? 0) * (height ?? 0) * 3) return undefined
  const grey = new Uint8Array(colours.length / 3)
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * 3
    grey[pixel] = Math.round(0.3 * (colours[at] ?? 0) + 0.59 * (colours[at + 1] ?? 0) + 0.11 * (colours[at + 2] ?? 0))
  }
  const packed = deflateSync(grey)
  const plain = body
    .replace(/\/ColorSpace (?:\/DeviceRGB|\[[^\]]*\])/, '/ColorSpace /DeviceGray')
    .replace(/\n?\/Filter (?:\/\w+|\[[^\]]*\])/, '')
  return {body: plain.replace(/\/Length \d+/, `/Filter /FlateDecode\n/Length ${packed.length}`), stream: packed}
}

function changeStream(object: PdfObject, change: (text: string) => string): PdfObject {
  const {body, stream = new Uint8Array()} = object
  const isPacked = body.includes('/FlateDecode')
  const text = Buffer.from(isPacked ? inflateSync(stream) : stream).toString('latin1')
  const changed = change(text)
  if (changed === text) return object
  const bytes = Buffer.from(changed, 'latin1')
  const packed = isPacked ? deflateSync(bytes) : bytes
  return {body: body.replace(/\/Length \d+/, `/Length ${packed.length}`), stream: packed}
}

function greyOf(red: number, green: number, blue: number): number {
  return Math.round((0.3 * red + 0.59 * green + 0.11 * blue) * 10_000) / 10_000
}
