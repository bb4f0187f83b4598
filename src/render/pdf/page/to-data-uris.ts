import type {Media} from '../../../guide/guide.ts'
import {latinFaces} from '../fonts/choose-fonts.ts'
import type {ReadAsset} from '../fonts/find-package.ts'

/** Families that drawing programs name, and our own. */
const FAMILIES = ['Source Sans 3', 'Helvetica', 'Arial', 'Verdana', 'DejaVu Sans', 'Open Sans', 'Roboto'] as const

/**
 * Pictures as data URIs, by their url in the source. An SVG that sets text in a common sans serif gets our prose font along under that
 * name: it prints the same on every machine then, and ours is narrower than each of them. Other fonts are the machine's.
 */
export async function toDataUris(media: ReadonlyMap<string, Media>, readAsset: ReadAsset): Promise<ReadonlyMap<string, string>> {
  const entries = await Promise.all(
    [...media].map(async ([url, {mime, bytes}], index) => {
      const content = mime === 'image/svg+xml' ? ownFonts(await withFonts(bytes, readAsset), index) : bytes
      return [url, `data:${mime};base64,${Buffer.from(content).toString('base64')}`] as const
    })
  )
  return new Map(entries)
}

async function withFonts(bytes: Uint8Array, readAsset: ReadAsset): Promise<Uint8Array> {
  const text = Buffer.from(bytes).toString('utf8')
  const named = FAMILIES.filter((family) => text.includes(family))
  if (!/<text\b/.test(text) || named.length === 0 || text.includes('@font-face')) return bytes
  const faces = await latinFaces(readAsset)
  const rules = named.map((family) => faces.replaceAll("'Source Sans 3'", `'${family}'`)).join('')
  // Inside of pictures Chromium writes the joined letters of "after" as one that no reader knows (PDF/UA-1, 7.21.7).
  return Buffer.from(text.replace(/<svg\b[^>]*[^/]>/, (tag) => `${tag}<style>${rules}text{font-variant-ligatures:none}</style>`))
}

/**
 * Makes the addresses of a picture's fonts differ from those of the page and of other pictures. By the same ones Chromium took one font
 * for all of them where it happened to be loaded already, which made other bytes.
 */
function ownFonts(svg: Uint8Array, picture: number): Uint8Array {
  const text = Buffer.from(svg).toString('latin1')
  return text.includes('data:font/') ? Buffer.from(text.replace(/data:font\/\w+(?=;)/g, `$&;picture=${picture}`), 'latin1') : svg
}
