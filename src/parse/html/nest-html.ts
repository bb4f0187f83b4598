import type {Html, Nodes, Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import type {Position} from 'unist'
import {visit} from 'unist-util-visit'
import type {HtmlElement} from '../../mdast/html-element.ts'
import type {LineIndex} from '../line-index.ts'
import {type Excerpt, excerptAt, sourceOffset} from './excerpt.ts'
import {type Around, type Happening, nest, type OuterClose} from './nest.ts'
import {type ReadMarkdown, readSegment} from './read-segment.ts'
import {showsLess} from './settle-paragraph.ts'
import {blockTags} from './tags.ts'
import {toCode} from './to-code.ts'
import {toProperties} from './to-properties.ts'
import {type HtmlToken, readTag, tokenizeHtml} from './tokenize-html.ts'

/** What a tree was parsed from. */
export interface Source {
  /** Offsets of the tree index it. */
  readonly text: string
  readonly lines: LineIndex
  /** Reads Markdown that stands between tags of blocks, where CommonMark leaves it raw. */
  readonly read: ReadMarkdown
}

const phrasingParents: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'delete',
  'emphasis',
  'heading',
  'link',
  'linkReference',
  'mark',
  'paragraph',
  'strong',
  'tableCell'
])

/** Turns the raw `html` nodes of a tree into elements with the Markdown that belongs into them, in place. Comments stay. */
export function nestHtml(tree: Root, source: Source): void {
  // Most blocks have no tag in them.
  enter(source, tree, {isOpen: () => false, depth: 0}, (block, around) => (isSettled(block) ? [] : descend(source, block, around)))
  if (/<svg/i.test(source.text)) visit(tree, 'htmlElement', (element) => keepDrawing(element, source.text))
}

/** A drawing is kept as its author wrote it, but for what the blocks around it put before its lines. */
function keepDrawing(element: HtmlElement, text: string): void {
  if (element.tagName !== 'svg' || element.data?.svg !== undefined) return
  const own = text.slice(element.position?.start.offset ?? 0, element.position?.end.offset ?? 0)
  if (!/<\/svg\s*>$/i.test(own)) return
  const [first = '', ...lines] = own.split(/\r\n?|\n/)
  const isQuoted = lines.every((line) => /^\s*>/.test(line))
  element.data = {svg: [first, ...lines.map((line) => line.replace(isQuoted ? /^[\s>]+/ : /^\s+/, ''))].join('\n')}
}

function descend(source: Source, node: Nodes, around: Around): readonly OuterClose[] {
  return enter(source, node, around, (child, inner) => descend(source, child, inner))
}

function enter(
  source: Source,
  node: Nodes,
  around: Around,
  inside: (node: Nodes, around: Around) => readonly OuterClose[]
): readonly OuterClose[] {
  if (!('children' in node)) return []
  const flow = !phrasingParents.has(node.type)
  const happenings = node.children.flatMap((child) => happeningsOf(source, child, flow))
  const {children, closes} = nest(happenings, flow, around, inside)
  node.children = children as typeof node.children
  return closes
}

/** Whether nothing in a node changes. */
function isSettled(node: Nodes): boolean {
  if (node.type === 'html') return false
  if (!('children' in node)) return true
  return (node.type !== 'paragraph' || !showsLess(node)) && (node.children as Nodes[]).every(isSettled)
}

function happeningsOf(source: Source, node: RootContent, flow: boolean): readonly Happening[] {
  if (node.type === 'html') return flow ? blockHappenings(source, node) : inlineHappenings(node)
  if (flow && node.type === 'paragraph' && node.children.some(isBlockTag)) return paragraphHappenings(node)
  return [{type: 'node', node}]
}

/** A paragraph with tags of blocks in it falls into the text before, between and behind them. */
function paragraphHappenings({children}: Paragraph): readonly Happening[] {
  const happenings: Happening[] = []
  let line: PhrasingContent[] = []
  for (const child of [...children, undefined]) {
    if (child && !isBlockTag(child)) line.push(child)
    else {
      if (line.length > 0) happenings.push({type: 'node', node: toParagraph(line)})
      if (child) happenings.push(...inlineHappenings(child))
      line = []
    }
  }
  return happenings
}

function isBlockTag(node: PhrasingContent): node is Html {
  return node.type === 'html' && blockTags.has(readTag(node.value)?.tagName ?? '')
}

function inlineHappenings(node: Html): readonly Happening[] {
  if (node.value.startsWith('<!--')) return [{type: 'node', node}]
  const tag = readTag(node.value)
  if (!tag || !node.position) return []
  const {start, end} = node.position
  if (tag.type === 'close') return [{type: 'close', tagName: tag.tagName, end}]
  return [{type: 'open', tagName: tag.tagName, properties: toProperties(tag.attributes), start, end}]
}

function blockHappenings(source: Source, node: Html): readonly Happening[] {
  const offset = node.position?.start.offset
  if (offset === undefined) return []
  const excerpt = excerptAt(node.value, offset, source.text)
  const happenings: Happening[] = []
  let around = ''
  for (const token of tokenizeHtml(node.value)) {
    if (token.type === 'markdown') {
      for (const child of readSegment(source, excerpt, token, around)) happenings.push({type: 'node', node: child})
    } else if (token.type !== 'hidden') {
      happenings.push(tokenHappening(token, node.value, placeOf(source, excerpt, token)))
      around = token.type === 'open' ? token.tagName : ''
    }
  }
  return happenings
}

function tokenHappening(token: Exclude<HtmlToken, {type: 'hidden' | 'markdown'}>, html: string, position: Position): Happening {
  if (token.type === 'close') return {type: 'close', tagName: token.tagName, end: position.end}
  if (token.type === 'open') return {type: 'open', tagName: token.tagName, properties: toProperties(token.attributes), ...position}
  if (token.type === 'verbatim') return {type: 'node', node: toCode(token, position)}
  return {type: 'node', node: {type: 'html', value: html.slice(token.start, token.end), position}}
}

function placeOf({lines}: Source, excerpt: Excerpt, {start, end}: HtmlToken): Position {
  return {start: lines.toPoint(sourceOffset(excerpt, start)), end: lines.toPoint(sourceOffset(excerpt, end - 1) + 1)}
}

function toParagraph(children: PhrasingContent[]): Paragraph {
  const start = children[0]?.position?.start
  const end = children.at(-1)?.position?.end
  return {type: 'paragraph', children, ...(start && end && {position: {start, end}})}
}
