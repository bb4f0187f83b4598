import type {Nodes, PhrasingContent} from 'mdast'
import {toPlainText} from '../mdast/to-plain-text.ts'

/** Gaps of other tools, in the order in which they are tried. `[x]` counts only after the label. */
const gaps: readonly {readonly pattern: RegExp; readonly labelled: boolean}[] = [
  {pattern: /\[([^\][]+)\](?!\()/gu, labelled: true},
  {pattern: /\{\{cloze\s+([^{}]+)\}\}/gu, labelled: false},
  // Templates of programs have a space inside their braces.
  {pattern: /\{\{(?!c\d+::|cloze\s|[\s#/!>&])([^{}\n]*[^\s{}])\}\}/gu, labelled: false},
  {pattern: /\{(?:\d+[:|])([^{}]+)\}/gu, labelled: false},
  {pattern: /==([^=\n]+)==/gu, labelled: false}
]

/** The same nodes with their gaps written as `{{c1::gap}}`; nothing when there is no gap. `labelled` behind `C:`. */
export function withGaps(nodes: readonly PhrasingContent[], labelled: boolean): PhrasingContent[] | undefined {
  let count = 0
  const visit = (node: PhrasingContent): PhrasingContent => {
    if (node.type === 'mark') return {type: 'text', value: `{{c${++count}::${toPlainText(node)}}}`}
    if (node.type === 'text') {
      const value = gaps.reduce(
        (text, gap) => (gap.labelled && !labelled ? text : text.replace(gap.pattern, (_, inside) => `{{c${++count}::${inside}}}`)),
        node.value
      )
      return {...node, value}
    }
    if (!('children' in node)) return node
    return {...node, children: (node.children as Nodes[]).map((child) => visit(child as PhrasingContent))} as PhrasingContent
  }
  const gapped = nodes.map(visit)
  return count > 0 ? gapped : undefined
}
