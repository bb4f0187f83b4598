import type {Element, ElementContent, Properties} from 'hast'
import type {HtmlOptions} from './html-options.ts'

/** A picture as the source asks for it. */
export interface ImageRequest {
  readonly url: string
  readonly alt: string
  readonly title?: string | undefined
  /** CSS pixels or percent, as HTML wrote them. */
  readonly width?: string | undefined
  readonly height?: string | undefined
}

/** An `img` with the caller's address, or the alternative text where the caller has none. */
export function toImage(request: ImageRequest, options: Pick<HtmlOptions, 'image'>): ElementContent[] {
  const src = options.image(request.url)
  if (src === undefined) return request.alt === '' ? [] : [{type: 'text', value: request.alt}]
  const properties: Properties = {src, alt: request.alt}
  if (request.title) properties.title = request.title
  for (const side of ['width', 'height'] as const) {
    const size = request[side]?.trim()
    if (size && /^\d{1,5}%?$/.test(size)) properties[side] = size
  }
  return [{type: 'element', tagName: 'img', properties, children: []} satisfies Element]
}
