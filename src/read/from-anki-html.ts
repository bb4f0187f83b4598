import type {Element, Root as HastRoot, Text} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {defaultHandlers, type Handle, type State, toMdast} from 'hast-util-to-mdast'
import {toText} from 'hast-util-to-text'
import type {BlockContent, DefinitionContent, List, ListItem, Nodes, RootContent} from 'mdast'
import {CONTINUE, SKIP, visit} from 'unist-util-visit'

/** How a field is to be understood. */
export interface FieldOptions {
  /** Written by cardpress: Markdown had an element for bold text, and a `<b>` was one of HTML. */
  readonly own: boolean
  /** The address that a picture or sound of the notes gets. */
  readonly addressOf: (name: string) => string
  /** A label for the next footnote, unlike all others of the file. */
  readonly nextFootnote: () => string
}

/** Elements without a sign in Markdown: they stay HTML. In notes of other tools only those that change the meaning. */
const keptInline = ['abbr', 'dfn', 'ins', 'kbd', 'ruby', 'rp', 'rt', 'samp', 'sub', 'u', 'var'] as const
const keptInlineOfOwn = ['b', 'bdi', 'bdo', 'cite', 'i', 'q', 's', 'small', 'strike', 'time', 'tt', 'wbr'] as const
const keptBlocks = ['details', 'summary', 'dl', 'dt', 'dd'] as const
const keptBlocksOfOwn = ['figure', 'figcaption', 'section'] as const

/** Formulas and sounds as Anki finds them in text: MathJax, the older LaTeX tags, `[sound:...]`. */
const marked =
  /\\\((?<inline>[\s\S]+?)\\\)|(?:\\\[|\[\$\$?\]|\[latex\])(?<display>[\s\S]+?)(?:\\\]|\[\/\$\$?\]|\[\/latex\])|\[sound:(?<sound>[^\]]+)\]/g

/** The blocks of a field's HTML as the Markdown tree that cardpress would read them from. */
export function fromAnkiHtml(html: string, options: FieldOptions): RootContent[] {
  return fromAnkiTree(fromHtml(html, {fragment: true}), options)
}

/**
 * The same for a field that is a tree already, or a part of one.
 *
 * @param side - Labels of the footnotes of the side that the tree is a part of, where its own list is not in it.
 */
export function fromAnkiTree(tree: HastRoot, options: FieldOptions, side: readonly string[] = []): RootContent[] {
  const footnotes = takeFootnotes(tree)
  if (options.own) {
    takeAddedSpaces(tree)
    keepSpaces(tree)
  }
  const labels = footnotes.length > 0 ? footnotes.map(() => options.nextFootnote()) : side
  const blocks = toBlocks(tree, options, labels)
  const definitions = footnotes.map((item, index): RootContent => {
    const children = toBlocks({type: 'root', children: item.children}, options, labels)
    return {
      type: 'footnoteDefinition',
      identifier: labels[index] ?? '',
      label: labels[index] ?? '',
      children: children as (BlockContent | DefinitionContent)[]
    }
  })
  return [...blocks, ...definitions]
}

function toBlocks(tree: HastRoot, options: FieldOptions, labels: readonly string[]): RootContent[] {
  const nodeHandlers = {text: (_: State, {value}: Text) => withFormulas(value, options)}
  // The types of the library know neither formulas nor our own nodes.
  const found = toMdast(tree, {document: true, newlines: true, handlers: handlersFor(options, labels), nodeHandlers: nodeHandlers as never})
  nameInlineElements(found)
  if (options.own) showSpaces(found)
  return found.type === 'root' ? found.children.filter((node) => node.type !== 'text' || node.value.trim() !== '') : []
}

type Handlers = Record<string, (state: State, node: Element, parent?: Element) => unknown>

function handlersFor({own, addressOf}: FieldOptions, labels: readonly string[]): Record<string, Handle> {
  const standard = defaultHandlers as Handlers
  const handlers: Handlers = {
    ...Object.fromEntries([...keptInline, ...(own ? keptInlineOfOwn : [])].map((name) => [name, inline])),
    ...Object.fromEntries([...keptBlocks, ...(own ? keptBlocksOfOwn : [])].map((name) => [name, block])),
    mark: inline,
    li: (state, node) => spaced(standard.li?.(state, node), node.children.some(isParagraph)),
    ul: (state, node) => spacedByItems(standard.ul?.(state, node)),
    ol: (state, node) => spacedByItems(standard.ol?.(state, node)),
    div(state, node) {
      if (hasClass(node, 'math-display')) return {type: 'math', value: texOf(node)}
      if (hasClass(node, 'alert')) return toAlert(state, node)
      return own ? block(state, node) : standard.div?.(state, node)
    },
    span: (state, node) => (hasClass(node, 'math-inline') ? {type: 'inlineMath', value: texOf(node)} : state.all(node)),
    sup(state, node) {
      const label = hasClass(node, 'footnote-ref') ? labels[Number(toText(node)) - 1] : undefined
      return label === undefined ? inline(state, node) : {type: 'footnoteReference', identifier: label, label}
    },
    // Code with a link in it is more than a span of code.
    br: (state, node) => (own && node.properties.dataLine === undefined ? inline(state, node) : {type: 'break'}),
    code: (state, node) => (own && node.children.some(({type}) => type === 'element') ? inline(state, node) : standard.code?.(state, node)),
    p(state, node) {
      if (own && node.children.length === 0) return emptyParagraph
      if (own && node.children.length === 1 && node.children.every(isDiagram)) return state.all(node)
      return own && Object.keys(node.properties).length > 0 ? block(state, node) : standard.p?.(state, node)
    },
    // The library takes empty lines off the end of code.
    pre: (state, node) => ({...(standard.pre?.(state, node) as object), ...(own && {value: toText(node)})}),
    img(state, node) {
      const {src, width, height, alt} = node.properties
      if (own && isDiagram(node)) return {type: 'code', lang: 'mermaid', value: String(alt ?? '')}
      const local: Element = {...node, properties: {...node.properties, src: addressOf(String(src ?? ''))}}
      return width === undefined && height === undefined ? standard.img?.(state, local) : inline(state, local)
    },
    audio: (_, {properties}) => ({type: 'image', url: addressOf(String(properties.src ?? '')), alt: ''})
  }
  return handlers as Record<string, Handle>
}

/** The library wraps unknown nodes as blocks; under this name it takes one for a part of a line, until `nameInlineElements`. */
const inlineElement = 'textDirective'

function inline(state: State, {tagName, properties, children}: Element): unknown {
  return {type: inlineElement, tagName, properties, children: state.all({type: 'root', children})}
}

function block(state: State, {tagName, properties: {open: _, ...properties}, children}: Element): unknown {
  const inside = state.all({type: 'root', children})
  const flow = state.toFlow(inside)
  const [only] = flow
  const isLine = flow.length === 1 && only?.type === 'paragraph' && !inside.includes(only)
  return {type: 'htmlElement', tagName, properties, children: isLine ? inside : flow}
}

/** HTML tells a loose list by the paragraphs of its items; the library goes by how much an item holds. */
function spaced(item: unknown, spread: boolean): unknown {
  return {...(item as ListItem), spread}
}

function spacedByItems(list: unknown): unknown {
  const {children, ...rest} = list as List
  return {...rest, children, spread: children.some((item) => item.spread === true)}
}

function isParagraph(node: Element['children'][number]): boolean {
  return node.type === 'element' && node.tagName === 'p'
}

function nameInlineElements(tree: Nodes): void {
  visit(tree, (node) => {
    const found: {type: string; tagName?: string} = node
    if (found.type === inlineElement) found.type = found.tagName === 'mark' ? 'mark' : 'htmlElement'
  })
}

function toAlert(state: State, {properties, children}: Element): unknown {
  const kind =
    classesOf({properties})
      .find((name) => name.startsWith('alert-'))
      ?.slice('alert-'.length) ?? 'note'
  const [first] = children
  const isTitled = first?.type === 'element' && hasClass(first, 'alert-title')
  const title = isTitled ? toText(first) : ''
  const isOwnTitle = title !== '' && title.toLowerCase() !== kind
  const inside = state.toFlow(state.all({type: 'root', children: isTitled ? children.slice(1) : children}))
  return {type: 'blockquote', data: {alert: kind, ...(isOwnTitle && {title})}, children: inside}
}

/** Formulas and sounds of text; what stands between them is text. */
function withFormulas(text: string, {own, addressOf}: FieldOptions): unknown[] {
  if (own) return [{type: 'text', value: text}]
  const found: unknown[] = []
  let end = 0
  for (const match of text.matchAll(marked)) {
    const {inline, display, sound} = match.groups ?? {}
    found.push({type: 'text', value: text.slice(end, match.index)})
    if (sound !== undefined) found.push({type: 'image', url: addressOf(sound), alt: ''})
    else found.push({type: 'inlineMath', value: (inline ?? display ?? '').trim()})
    end = match.index + match[0].length
  }
  return [...found, {type: 'text', value: text.slice(end)}]
}

/** Takes the list of footnotes off the end. */
function takeFootnotes(tree: HastRoot): Element[] {
  const at = tree.children.findIndex((node) => node.type === 'element' && hasClass(node, 'footnotes'))
  const [list] = at === -1 ? [] : tree.children.splice(at, 1)
  return list?.type === 'element' ? list.children.filter((node) => node.type === 'element') : []
}

/** Stand for the white space that the library would take out as of no meaning: what we wrote comes back letter for letter. */
const spaces = {' ': '\ue000', '\t': '\ue001', '\n': '\ue002'} as const

/**
 * White space that HTML adds: a hard break is followed by a line feed, and by another one where the line had ended in a `<br>`; a check
 * box by a space. Notes of other tools have it as it comes.
 */
function takeAddedSpaces(tree: HastRoot): void {
  visit(tree, 'element', (node, index, parent) => {
    const next = index === undefined ? undefined : parent?.children[index + 1]
    if (next?.type !== 'text') return
    if (node.tagName === 'input') next.value = next.value.replace(/^ /, '')
    if (node.tagName !== 'br' || !next.value.startsWith('\n')) return
    node.properties.dataLine = ''
    next.value = next.value.slice(1).replace(/^\n/, spaces['\n'])
  })
}

function keepSpaces(tree: HastRoot): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && node.tagName === 'pre') return SKIP
    if (node.type !== 'text') return CONTINUE
    node.value = node.value.replaceAll(' ', spaces[' ']).replaceAll('\t', spaces['\t'])
    if (node.value.trim() !== '' && index === (parent?.children.length ?? 0) - 1) node.value = node.value.replace(/\n$/, spaces['\n'])
    return CONTINUE
  })
}

function showSpaces(tree: Nodes): void {
  visit(tree, (node) => {
    if (!('value' in node)) return
    for (const [sign, standIn] of Object.entries(spaces)) node.value = node.value.replaceAll(standIn, sign)
  })
}

/** What a picture without a description leaves where it is missing. */
const emptyParagraph: RootContent = {type: 'paragraph', children: [{type: 'image', url: '', alt: ''}]}

/** A drawing with its text as description. */
function isDiagram(node: Element['children'][number]): boolean {
  return node.type === 'element' && node.tagName === 'img' && hasClass(node, 'mermaid')
}

function texOf(node: Element): string {
  return toText(node).trim().slice(2, -2)
}

function hasClass(node: Pick<Element, 'properties'>, name: string): boolean {
  return classesOf(node).includes(name)
}

function classesOf({properties: {className}}: Pick<Element, 'properties'>): string[] {
  return Array.isArray(className) ? className.map(String) : []
}
