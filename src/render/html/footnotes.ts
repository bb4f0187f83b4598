import type {FootnoteDefinition, FootnoteReference, List, RootContent} from 'mdast'

/** Footnotes of one card side, numbered from 1 by their definitions' order. */
export interface Footnotes {
  numberOf(reference: FootnoteReference): number | undefined
  /** A list to stand at the end of the side; nothing without footnotes. */
  asBlocks(): List[]
}

/** Finds the definitions at the end of a side. Plain numbers without links: a jump inside a card helps nobody and needs ids. */
export function footnotesOf(nodes: readonly RootContent[]): Footnotes {
  const definitions = nodes.filter((node) => node.type === 'footnoteDefinition')
  const numbers = new Map(definitions.map((definition, index) => [definition.identifier, index + 1]))
  return {
    numberOf: (reference) => numbers.get(reference.identifier),
    asBlocks: () => (definitions.length === 0 ? [] : [toList(definitions)])
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
