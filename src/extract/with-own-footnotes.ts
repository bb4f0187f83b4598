import type {FootnoteDefinition, Nodes, Root, RootContent} from 'mdast'
import type {Candidate} from '../guide/candidate.ts'

/**
 * Gives each side of a card the footnotes that it refers to, and only these. Authors collect footnotes at the end of a file,
 * where all of them would belong to the last answer; a definition that nobody refers to stays where it stands.
 */
export function withOwnFootnotes(candidates: readonly Candidate[], tree: Root): readonly Candidate[] {
  const definitions = definitionsIn(tree)
  if (definitions.size === 0) return candidates
  const referred = new Set(referencesIn(tree))
  const side = (nodes: readonly RootContent[], also: readonly RootContent[] = []): readonly RootContent[] => {
    const wanted = closure([...also, ...nodes.filter((node) => node.type !== 'footnoteDefinition')], definitions)
    const kept = nodes.filter((node) => node.type !== 'footnoteDefinition' || wanted.has(node.identifier) || !referred.has(node.identifier))
    const here = new Set(kept.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : [])))
    const missing = [...wanted].filter(([identifier]) => !here.has(identifier)).map(([, definition]) => definition)
    return missing.length === 0 && kept.length === nodes.length ? nodes : [...kept, ...missing]
  }
  return candidates.map((candidate) => {
    const {question, options, explanation, kind} = candidate
    const answer = side(candidate.answer)
    // Options stand below the question, and have no room of their own for notes.
    const choices = options.flatMap(({content}) => content)
    return {
      ...candidate,
      ...{question: side(question, choices), answer, explanation: side(explanation)},
      kind: kind === 'basic' && answer.length === 0 && candidate.answer.length > 0 ? 'unanswered' : kind
    }
  })
}

/** By identifier; the first of a label wins, as in GFM. */
function definitionsIn(node: Nodes, found = new Map<string, FootnoteDefinition>()): ReadonlyMap<string, FootnoteDefinition> {
  if (node.type === 'footnoteDefinition' && !found.has(node.identifier)) found.set(node.identifier, node)
  if ('children' in node) for (const child of node.children) definitionsIn(child, found)
  return found
}

function referencesIn(node: Nodes): string[] {
  if (node.type === 'footnoteReference') return [node.identifier]
  return 'children' in node ? node.children.flatMap(referencesIn) : []
}

/** What nodes refer to, and what these notes refer to, in the order in which a reader comes to them. */
function closure(nodes: readonly Nodes[], definitions: ReadonlyMap<string, FootnoteDefinition>): ReadonlyMap<string, FootnoteDefinition> {
  const found = new Map<string, FootnoteDefinition>()
  const waiting = nodes.flatMap(referencesIn)
  // The list grows while it is walked.
  for (const identifier of waiting) {
    const definition = definitions.get(identifier)
    if (!definition || found.has(identifier)) continue
    found.set(identifier, definition)
    waiting.push(...referencesIn(definition))
  }
  return found
}
