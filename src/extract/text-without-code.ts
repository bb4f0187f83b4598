import type {Nodes} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'

/** `inlineText` with code and formulas blanked out, so that offsets stay and signs inside code are not seen. */
export function textWithoutCode(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'inlineCode' || node.type === 'inlineMath') return '\u00a4'.repeat(node.value.length)
      return 'children' in node && node.type !== 'htmlElement' ? textWithoutCode(node.children as Nodes[]) : inlineText(node)
    })
    .join('')
}
