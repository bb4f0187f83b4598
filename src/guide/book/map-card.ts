import type {Nodes, RootContent} from 'mdast'
import type {Card} from '../card.ts'

/** A card with every node of its sides passed through, children first; what stays the same is not copied. */
export function mapCard(card: Card, change: (node: Nodes) => Nodes): Card {
  const all = (nodes: readonly RootContent[]) => mapNodes(nodes, change) as readonly RootContent[]
  return {
    ...card,
    question: all(card.question),
    answer: all(card.answer),
    explanation: all(card.explanation),
    ...(card.trainer && {trainer: all(card.trainer)}),
    options: card.options.map((option) => ({...option, content: all(option.content)}))
  }
}

function mapNodes(nodes: readonly Nodes[], change: (node: Nodes) => Nodes): readonly Nodes[] {
  const mapped = nodes.map((node) => {
    if (!('children' in node)) return change(node)
    const children = mapNodes(node.children, change)
    return change(children === node.children ? node : ({...node, children} as Nodes))
  })
  return mapped.every((node, index) => node === nodes[index]) ? nodes : mapped
}
