import type {Nodes} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'

/** A link within the page that is none, because of the white space in its address. */
const brokenLink = /^\s*\[[^\]\n]+\]\(#[^)\n]*\s[^)\n]*\)\s*$/u

/** Whether inline nodes are mostly links, a link first: an entry of a contents or of a collection. */
export function isLinkOnly(nodes: readonly Nodes[]): boolean {
  if (brokenLink.test(inlineText(nodes))) return true
  const speaking = nodes.filter((node) => !isGlue(node) || node.type === 'image')
  const first = speaking[0]
  if (!first || !isLink(first)) return false
  const linked = speaking.filter(isLink).reduce((sum, node) => sum + inlineText(node).length, 0)
  return linked * 2 >= inlineText(speaking).length
}

function isLink(node: Nodes): boolean {
  return node.type === 'link' || node.type === 'image' || isLinkWrapper(node)
}

function isLinkWrapper(node: Nodes): boolean {
  return (
    (node.type === 'strong' || node.type === 'emphasis' || (node.type === 'htmlElement' && node.tagName !== 'img')) &&
    (node.type === 'htmlElement' && node.tagName === 'a' ? true : isLinkOnly(node.children))
  )
}

function isGlue(node: Nodes): boolean {
  return node.type === 'text' && /^[^\p{L}\p{N}]*$/u.test(node.value)
}
