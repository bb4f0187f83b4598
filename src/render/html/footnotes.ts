import type {FootnoteDefinition, FootnoteReference, List, RootContent} from 'mdast'
import {eachNode} from '../../mdast/each-node.ts'

/** Footnotes of one card side, numbered from 1 in the order in which the text comes to them. */
export interface Footnotes {
  numberOf(reference: FootnoteReference): number | undefined
  /** A list to stand at the end of the side; nothing without footnotes. */
  asBlocks(): List[]
}

/** Takes the definitions at the end of a side. Plain numbers without links: a jump inside a card helps nobody and needs ids. */
export function footnotesOf(nodes: readonly RootContent[]): Footnotes {
  const definitions = new Map(nodes.filter((node) => node.type === 'footnoteDefinition').map((node) => [node.identifier, node]))
  const numbers = new Map<string, number>()
  const number = (identifier: string) => {
    if (definitions.has(identifier) && !numbers.has(identifier)) numbers.set(identifier, numbers.size + 1)
  }
  if (definitions.size > 0)
    eachNode({type: 'root', children: withoutFootnotes(nodes)}, (node) => {
      if (node.type === 'footnoteReference') number(node.identifier)
    })
  for (const identifier of definitions.keys()) number(identifier)
  const ordered = [...numbers.keys()].flatMap((identifier) => definitions.get(identifier) ?? [])
  return {
    numberOf: (reference) => numbers.get(reference.identifier),
    asBlocks: () => (ordered.length === 0 ? [] : [toList(ordered)])
  }
}

/** The side without its definitions. */
export function withoutFootnotes(nodes: readonly RootContent[]): RootContent[] {
  return nodes.filter((node) => node.type !== 'footnoteDefinition')
}

function toList(definitions: readonly FootnoteDefinition[]): List {
  return {
    type: 'list',
    ordered: true,
    spread: false,
    data: {hProperties: {className: ['footnotes']}},
    children: definitions.map(({children}) => ({type: 'listItem', spread: false, children}))
  }
}
