import type {Nodes} from 'mdast'
import './html-element.ts'
import 'mdast-util-math'

/** HTML elements that run along in a line of text. All others stand apart from their neighbours. */
const inlineTags = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' '
  )
)
const inlineTypes = new Set<Nodes['type']>([
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'inlineCode',
  'inlineMath',
  'link',
  'mark',
  'strong',
  'text'
])

/** Nodes that do not speak through their children. */
const ownText: {readonly [Type in Nodes['type']]?: (node: Extract<Nodes, {type: Type}>) => string} = {
  text: ({value}) => value,
  inlineCode: ({value}) => value,
  code: ({value}) => value,
  inlineMath: ({value}) => `$${value}$`,
  math: ({value}) => `$$ ${value} $$`,
  image: ({alt}) => alt ?? '',
  html: () => '',
  yaml: () => '',
  footnoteReference: () => ''
}

/**
 * What a reader would read aloud: marks, HTML tags, comments, footnote marks and definitions go; code keeps its text, links theirs,
 * images their alternative text, formulas and the marks of alerts stay as written. White space runs become one space.
 */
export function toPlainText(nodes: Nodes | readonly Nodes[]): string {
  const parts: string[] = []
  for (const node of Array.isArray(nodes) ? (nodes as readonly Nodes[]) : [nodes as Nodes]) write(node, parts)
  // Most runs are one space already.
  return parts
    .join('')
    .replace(/[^\S ]\s*|\s{2,}/g, ' ')
    .trim()
}

function write(node: Nodes, parts: string[]): void {
  const apart = !isInline(node)
  if (apart) parts.push(' ')
  const text = ownText[node.type]
  if (node.type === 'blockquote' && node.data?.alert) parts.push(`[!${node.data.alert.toUpperCase()}] ${node.data.title ?? ''} `)
  if (text) parts.push(text(node as never))
  else if ('children' in node) for (const child of node.children) write(child, parts)
  if (apart) parts.push(' ')
}

function isInline(node: Nodes): boolean {
  return node.type === 'htmlElement' ? inlineTags.has(node.tagName) : inlineTypes.has(node.type)
}
