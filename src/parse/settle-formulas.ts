import type {Nodes, Paragraph} from 'mdast'
import type {InlineMath, Math as MathBlock} from 'mdast-util-math'

/**
 * Settles formulas, in place: a paragraph that is one `$$...$$` and a fence with the language `math` become `math`,
 * the back quotes of `` $`x`$ `` go, and so do mdast-util-math's hints for HTML, which hold every formula a second time.
 */
export function settleFormulas(tree: Nodes): void {
  if (!('children' in tree)) return
  const children: Nodes[] = tree.children
  for (const [index, node] of children.entries()) {
    const formula = toFormula(node)
    if (formula) children[index] = formula
    else settleFormulas(node)
  }
}

function toFormula(node: Nodes): MathBlock | InlineMath | undefined {
  if (node.type === 'math' || (node.type === 'code' && node.lang === 'math')) return toBlock(node.value, node)
  if (node.type === 'inlineMath') return toInline(node)
  const alone = node.type === 'paragraph' && onlyFormula(node)
  return alone ? toBlock(alone.value.trim(), node) : undefined
}

function toBlock(value: string, {position}: Nodes): MathBlock {
  return {type: 'math', value, ...(position && {position})}
}

function toInline({value, position}: InlineMath): InlineMath {
  return {type: 'inlineMath', value: (/^`([^`]+)`$/.exec(value)?.[1] ?? value).trim(), ...(position && {position})}
}

function onlyFormula({children}: Paragraph): InlineMath | false {
  const [first] = children
  return first?.type === 'inlineMath' && children.length === 1 && openingDollars(first) > 1 && first
}

/** Dollars that open a formula: what its place has more than its value, halved. */
function openingDollars({position, value}: InlineMath): number {
  const {start, end} = position ?? {}
  return start?.offset === undefined || end?.offset === undefined ? 0 : Math.floor((end.offset - start.offset - value.length) / 2)
}
