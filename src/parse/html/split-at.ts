import type {List, ListItem, Parents, RootContent} from 'mdast'

/** Blocks that an end tag inside of them can end early; other nodes stay whole. */
const splittable: ReadonlySet<string> = new Set(['blockquote', 'list', 'listItem', 'paragraph'])

/** What is left of an item behind an end tag: no item of its own where the list is cut. */
const remainders = new WeakSet<object>()

/**
 * Cuts a node where end tags of elements around it stand, as a browser does: what follows `</summary>` in the last item of a list is no
 * part of the summary. Returns one piece more than cuts; a piece may be several nodes or none.
 *
 * @param cuts Numbers of children before each end tag, ascending; a number past the last child cuts behind the node.
 */
export function splitAt(node: RootContent, cuts: readonly number[]): readonly (readonly RootContent[])[] {
  if (cuts.length === 0) return [[node]]
  if (!('children' in node) || !splittable.has(node.type)) return [[node], ...cuts.map(() => [])]
  const edges = [0, ...cuts.map((cut) => Math.min(cut, node.children.length)), node.children.length]
  return edges.slice(1).map((end, index) => piece(node, edges[index] ?? 0, end, index > 0))
}

function piece(node: RootContent & Parents, start: number, end: number, remains: boolean): readonly RootContent[] {
  const children = node.children.slice(start, end)
  if (start === 0 && end === node.children.length) return [node]
  if (children.length === 0) return []
  if (node.type === 'list') return remains ? listPieces(node, children as ListItem[], start) : [part(node, children)]
  // Behind the end tag a quotation is over; its marks are those of lines that only continue it.
  if (node.type === 'blockquote' && remains) return children as RootContent[]
  const cut = part(node, children)
  if (remains && node.type === 'listItem') remainders.add(cut)
  return [cut]
}

function listPieces(list: List, items: readonly ListItem[], start: number): readonly RootContent[] {
  const [first, ...rest] = items
  const loose = first && remainders.has(first) ? first.children : []
  const kept = first && remainders.has(first) ? rest : items
  const number = typeof list.start === 'number' ? {start: list.start + start} : {}
  return [...loose, ...(kept.length > 0 ? [part({...list, ...number}, kept)] : [])]
}

function part<Node extends RootContent & Parents>(node: Node, children: readonly RootContent[] | readonly ListItem[]): Node {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end]
  return {...node, children: [...children], ...(start && end && {position: {start, end}})} as Node
}
