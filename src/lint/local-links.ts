import type {Link, Nodes} from 'mdast'
import {eachNode} from '../mdast/each-node.ts'
import {inlineText} from '../mdast/inline-text.ts'
import type {LintDocument} from './rule.ts'

/** A link within its file. */
export interface LocalLink {
  readonly node: Link
  /** As written, without `#`. */
  readonly fragment: string
  /** It stands in a table of contents. */
  readonly inContents: boolean
}

const cache = new WeakMap<LintDocument, readonly LocalLink[]>()

/** Links of a file to places in it, in source order; those to the top are none. Found once per file. */
export function localLinks(document: LintDocument): readonly LocalLink[] {
  const known = cache.get(document)
  if (known) return known
  const found = document.tree.children.flatMap((block) => {
    const links = linksIn(block)
    const inContents = links.length >= fewestEntries && !isInCard(block, document) && isMadeOf(links, block)
    return links.map((node) => ({node, fragment: node.url.slice(1), inContents}))
  })
  cache.set(document, found)
  return found
}

const fewestEntries = 3

function linksIn(block: Nodes): Link[] {
  const links: Link[] = []
  eachNode(block, (node) => {
    if (node.type === 'link' && /^#./.test(node.url) && !/^#(?:top|:~:.*)$/i.test(node.url)) links.push(node)
  })
  return links
}

/** Whether most of a block's text is in these links: a list or table of contents, and no prose that refers to other places. */
function isMadeOf(links: readonly Link[], block: Nodes): boolean {
  const length = (nodes: readonly Nodes[]) => nodes.map(inlineText).join('').replace(/\s+/g, '').length
  return length(links) > 0.6 * length([block])
}

function isInCard(block: Nodes, {candidates}: LintDocument): boolean {
  const offset = block.position?.start.offset ?? 0
  const above = candidates.findLast(({position}) => (position.start.offset ?? 0) <= offset)
  return above !== undefined && offset < (above.position.end.offset ?? 0)
}
