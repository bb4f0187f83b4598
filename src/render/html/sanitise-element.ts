import type {Element, ElementContent} from 'hast'
import {sanitize} from 'hast-util-sanitize'
import type {HtmlElement} from '../../mdast/html-element.ts'
import {allowList, dropped} from './allow-list.ts'
import type {HtmlOptions} from './html-options.ts'
import {safeHref} from './safe-href.ts'
import {toImage} from './to-image.ts'

/** An HTML element of the source as far as it is safe. Its inside is Markdown that was converted (and made safe) on its own. */
export function sanitiseElement(node: HtmlElement, inside: () => ElementContent[], options: HtmlOptions): ElementContent[] {
  const {tagName, properties} = node
  if (tagName === 'svg') return toDrawing(node, options)
  if (dropped.has(tagName)) return []
  if (tagName === 'img') {
    const {src, alt, title} = properties
    return toImage({url: word(src) ?? '', alt: word(alt), title: word(title), size: properties}, options)
  }
  const shell = sanitize({type: 'element', tagName, properties, children: []}, allowList)
  if (shell.type !== 'element') return inside()
  const safe: Element = {...shell, children: inside()}
  if (tagName === 'details') safe.properties.open = true
  if (tagName !== 'a') return [safe]
  const href = safeHref(word(properties.href) ?? '')
  if (href === undefined) return safe.children
  safe.properties.href = href
  return [safe]
}

/** A drawing is shown as a picture, where nothing in it can run or load. */
function toDrawing({data}: HtmlElement, {drawing}: HtmlOptions): ElementContent[] {
  const drawn = data?.svg === undefined ? undefined : drawing?.(data.svg)
  return drawn ? [{type: 'element', tagName: 'img', properties: {...drawn}, children: []}] : []
}

function word(value: HtmlElement['properties'][string]): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
