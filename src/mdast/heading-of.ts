import type {Heading, Nodes, PhrasingContent} from 'mdast'
import type {HtmlElement} from './html-element.ts'

/** A heading, whichever way it is written: ATX, setext or an HTML element `h1` to `h6`. */
export interface HeadingLike {
  /** From 1 to 6. */
  readonly level: number
  readonly children: readonly PhrasingContent[]
  readonly node: Heading | HtmlElement
}

/** Reads a node as a heading, `undefined` when it is none. */
export function headingOf(node: Nodes): HeadingLike | undefined {
  if (node.type === 'heading') return {level: node.depth, children: node.children, node}
  if (node.type !== 'htmlElement') return undefined
  const level = /^h([1-6])$/.exec(node.tagName)?.[1]
  return level ? {level: Number(level), children: phrasing(node.children as Nodes[]), node} : undefined
}

/** Inside an HTML heading a parser may have left paragraphs; their content counts. */
function phrasing(nodes: readonly Nodes[]): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'paragraph' ? node.children : [node as PhrasingContent]))
}
