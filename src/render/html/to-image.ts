import type {Element, ElementContent, Properties} from 'hast'
import type {HtmlOptions} from './html-options.ts'

/** A picture as the source asks for it. */
export interface ImageRequest {
  readonly url: string
  readonly alt?: string | null | undefined
  readonly title?: string | undefined
  /** Attributes of which `width` and `height` count: CSS pixels or percent, as HTML wrote them. */
  readonly size?: Properties | undefined
}

/** Sounds under a name are there to be played; in a document of one file nothing plays them. */
const sound = /\.(?:mp3|ogg|wav|flac|m4a)$/
const embeddedSound = /^data:audio\//

/** An `img` (or `audio`) with the caller's address, or the alternative text where the caller has none. */
export function toImage({url, alt, title, size}: ImageRequest, options: Pick<HtmlOptions, 'image'>): ElementContent[] {
  const src = options.image(url)
  if (src === undefined || embeddedSound.test(src)) return alt ? [{type: 'text', value: alt}] : []
  if (sound.test(src)) return [{type: 'element', tagName: 'audio', properties: {src, controls: true}, children: []}]
  const properties: Properties = {src, alt: alt ?? ''}
  if (title) properties.title = title
  for (const side of ['width', 'height'] as const) {
    const length = String(size?.[side] ?? '').trim()
    if (/^\d{1,5}%?$/.test(length)) properties[side] = length
  }
  return [{type: 'element', tagName: 'img', properties, children: []} satisfies Element]
}
