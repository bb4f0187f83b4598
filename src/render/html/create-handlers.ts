import type {Element, ElementContent} from 'hast'
import type {Blockquote, Code, FootnoteReference, Image, Link, Nodes, Text} from 'mdast'
import type {InlineMath, Math as MathNode} from 'mdast-util-math'
import {defaultHandlers, type Handler, type Handlers, type State} from 'mdast-util-to-hast'
import {diagramSource} from '../../guide/diagram-source.ts'
import type {HtmlElement, Mark} from '../../mdast/html-element.ts'
import type {Footnotes} from './footnotes.ts'
import type {HtmlOptions} from './html-options.ts'
import {safeHref} from './safe-href.ts'
import {sanitiseElement} from './sanitise-element.ts'
import {toImage} from './to-image.ts'
import {withEmoji} from './with-emoji.ts'

/** How each Markdown node becomes HTML, where that differs from mdast-util-to-hast. */
export function createHandlers(options: HtmlOptions, footnotes: Footnotes): Handlers {
  const own: Handlers = {
    blockquote(state: State, node: Blockquote) {
      const kind = node.data?.alert
      if (kind === undefined) return defaultHandlers.blockquote(state, node)
      const title = node.data?.title ?? options.alertTitle?.(kind) ?? kind.charAt(0).toUpperCase() + kind.slice(1)
      return h('div', ['alert', `alert-${kind.replace(/[^a-z0-9-]/g, '')}`], [h('p', ['alert-title'], [text(title)]), ...state.all(node)])
    },
    code(_: State, node: Code) {
      const source = diagramSource(node)
      const drawing = source === undefined ? undefined : options.diagram?.(source)
      if (drawing) return h('p', [], [toDiagram(drawing, source)])
      const language = node.lang?.split(/[\s,{:]/)[0]?.toLowerCase() ?? ''
      const code = h('code', [], options.highlight?.(node.value, language) ?? [text(node.value)])
      if (/^[a-z0-9#+.-]+$/.test(language)) code.properties.className = [`language-${language}`]
      return h('pre', [], [code])
    },
    footnoteReference(_: State, node: FootnoteReference) {
      const number = footnotes.numberOf(node)
      return number === undefined ? text(`[^${node.label ?? node.identifier}]`) : h('sup', ['footnote-ref'], [text(`${number}`)])
    },
    htmlElement(state: State, node: HtmlElement) {
      return sanitiseElement(node, () => state.all(node), options)
    },
    image(_: State, node: Image) {
      return toImage({...node, title: node.title ?? undefined, size: node.data?.hProperties}, options)
    },
    inlineMath(_: State, node: InlineMath) {
      return options.math(node.value, false)
    },
    link(state: State, node: Link) {
      const children = state.all(node)
      const anchor = options.anchor?.(node.url)
      if (anchor !== undefined) return toReference(anchor, children)
      const href = safeHref(node.url)
      if (href === undefined) return children
      return {type: 'element', tagName: 'a', properties: {href, ...(node.title ? {title: node.title} : {})}, children}
    },
    mark(state: State, node: Mark) {
      return h('mark', [], state.all(node))
    },
    math(_: State, node: MathNode) {
      return options.math(node.value, true)
    },
    text(state: State, node: Text) {
      return defaultHandlers.text(state, {...node, value: withEmoji(node.value)})
    }
  }
  const placed = Object.entries(own).map(([type, handler]) => [type, withPlace(handler as Handler)] as const)
  return {...(defaultHandlers as Handlers), ...Object.fromEntries(placed)}
}

/** Elements know their place in the source, as those of mdast-util-to-hast do: what paper has trouble with is told with its line. */
function withPlace(handler: Handler): Handler {
  return (state, node: Nodes, parent) => {
    const made = handler(state, node, parent)
    if (node.position)
      for (const content of made === undefined ? [] : Array.isArray(made) ? made : [made])
        if (content.type === 'element') content.position ??= node.position
    return made
  }
}

/** A link within the document, and a place for the number of its page. */
function toReference(anchor: string, children: ElementContent[]): ElementContent[] {
  const place = h('span', ['page-of'], [])
  place.properties.dataTo = anchor
  const link = h('a', ['card-ref'], children)
  link.properties.href = `#${anchor}`
  return [link, place]
}

/** Its text is its description: made to be read, and what a deck is turned back into notes by. */
function toDiagram({src, style}: {readonly src: string; readonly style?: string}, alt: string | undefined): Element {
  const image = h('img', ['mermaid'], [])
  Object.assign(image.properties, {src, alt}, style !== undefined && {style})
  return image
}

function h(tagName: string, className: string[], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties: className.length > 0 ? {className} : {}, children}
}

function text(value: string): ElementContent {
  return {type: 'text', value}
}
