import type {Nodes, Paragraph} from 'mdast'
import type {InlineMath, Math as MathBlock} from 'mdast-util-math'

/**
 * Settles formulas, in place: a paragraph that is one `$$...$$` and a fence with the language `math` become `math`,
 * the back quotes of `` $`x`$ `` go, and so do mdast-util-math's hints for HTML, which hold every formula a second time.
 */
export function settleFormulas(tree: Nodes): void {
  if (!('children' in tree)) return
  tree.children = (tree.children as Nodes[]).map((node) => {
    if (node.type === 'code' && node.lang === 'math') return toBlock(node.value, node)
    if (node.type === 'math') return toBlock(node.value, node)
    if (node.type === 'inlineMath') return toInline(node)
    const alone = node.type === 'paragraph' && onlyFormula(node)
    if (alone) return toBlock(alone.value.trim(), node)
    settleFormulas(node)
    return node
  }) as typeof tree.children
}

function toBlock(value: string, {position}: Nodes): MathBlock {
  return {type: 'math', value, ...(position && {position})}
}

function toInline({value, position}: InlineMath): InlineMath {
  return {type: 'inlineMath', value: (/^`([^`]+)`$/.exec(value)?.[1] ?? value).trim(), ...(position && {position})}
}

function onlyFormula({children: [first, ...rest]}: Paragraph): InlineMath | false {
  return first?.type === 'inlineMath' && rest.length === 0 && openingDollars(first) > 1 && first
}

/** Dollars that open a formula: what its place has more than its value, halved. */
function openingDollars({position, value}: InlineMath): number {
  const {start, end} = position ?? {}
  return start?.offset === undefined || end?.offset === undefined ? 0 : Math.floor((end.offset - start.offset - value.length) / 2)
}
