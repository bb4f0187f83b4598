import type {Element, Root} from 'hast'
import {type Direction, hasRtl, textDirection} from './direction.ts'

/** What has a direction of its own: bullets, cells and lines begin on its side. */
const BLOCKS = new Set(['p', 'ul', 'ol', 'li', 'table', 'th', 'td', 'dl', 'dt', 'dd', 'blockquote', 'div'])
/** They run from left to right in any language, and tell nothing of the text around them. */
const NEUTRAL = new Set(['code', 'pre', 'kbd', 'math'])

/**
 * Sets `dir` on blocks that run another way than what they stand in, in place: an English answer in an Arabic guide, or the reverse.
 * Pages in one direction, which most are, stay as they are.
 *
 * @param base - Direction of the page.
 */
export function markDirections(tree: Root, base: Direction): Root {
  if (base === 'ltr' && !hasRtl(proseOf(tree))) return tree
  mark(tree, base)
  return tree
}

function mark(parent: Root | Element, inherited: Direction): void {
  for (const child of parent.children) {
    if (child.type !== 'element' || NEUTRAL.has(child.tagName)) continue
    const own = BLOCKS.has(child.tagName) ? (textDirection(proseOf(child)) ?? inherited) : inherited
    if (own !== inherited) child.properties.dir = own
    mark(child, own)
  }
}

function proseOf(node: Root | Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element') return ''
      return NEUTRAL.has(child.tagName) ? ' ' : BLOCKS.has(child.tagName) ? `${proseOf(child)} ` : proseOf(child)
    })
    .join('')
}
