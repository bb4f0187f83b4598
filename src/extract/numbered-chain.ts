import type {Block} from './flow.ts'

/**
 * Ordered lists that count on from one to the next: questions whose answers were not indented. What stands between them, lists
 * included, answers them.
 */
export function numberedChain(blocks: readonly Block[]): ReadonlySet<Block> {
  const ordered = blocks.flatMap((block) => {
    const {node} = block
    return node.type === 'list' && node.ordered ? [{block, first: node.start ?? 1, last: (node.start ?? 1) + node.children.length - 1}] : []
  })
  const linked = new Set<Block>()
  let previous: (typeof ordered)[number] | undefined
  for (const list of ordered) {
    const counts = previous !== undefined && list.first === previous.last + 1
    if (previous && counts) linked.add(previous.block).add(list.block)
    // A list of several items that begins anew is an answer between two questions.
    if (!previous || counts || (list.first === 1 && list.last === 1)) previous = list
  }
  return linked.size >= 3 && linked.size * 2 >= ordered.length ? linked : new Set()
}
