import type {Nodes} from 'mdast'

/** A gap of a cloze: what is to be hidden can't be hidden in a picture. */
const gap = /\{\{c\d+::/

/** The text of a diagram that can be drawn: a fence of the language `mermaid`. Undefined for any other node. */
export function diagramSource(node: Nodes): string | undefined {
  if (node.type !== 'code' || !/^mermaid\b/i.test(node.lang ?? '') || gap.test(node.value)) return undefined
  return node.value
}
