import type {Definition, Image, ImageReference, Link, LinkReference, Nodes, Root} from 'mdast'

/**
 * Turns references into the links and images they stand for and takes the definitions out, in place.
 * The first definition of a label wins, as in CommonMark.
 */
export function resolveReferences(tree: Root): void {
  const definitions = new Map<string, Definition>()
  collect(tree, definitions)
  if (definitions.size > 0) resolve(tree, definitions)
}

function collect(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition') {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  } else if ('children' in node) for (const child of node.children) collect(child, definitions)
}

function resolve(parent: Nodes, definitions: ReadonlyMap<string, Definition>): void {
  if (!('children' in parent)) return
  const children: Nodes[] = parent.children
  for (const [index, child] of children.entries()) {
    resolve(child, definitions)
    if (child.type === 'linkReference' || child.type === 'imageReference') children[index] = resolved(child, definitions)
  }
  if (children.some(isDefinition)) parent.children = children.filter((child) => !isDefinition(child)) as typeof parent.children
}

function isDefinition({type}: Nodes): boolean {
  return type === 'definition'
}

function resolved(node: LinkReference | ImageReference, definitions: ReadonlyMap<string, Definition>): Nodes {
  const definition = definitions.get(node.identifier)
  if (!definition) return node
  const {url, title} = definition
  const position = node.position ? {position: node.position} : {}
  if (node.type === 'linkReference') return {type: 'link', url, title: title ?? null, children: node.children, ...position} satisfies Link
  return {type: 'image', url, title: title ?? null, alt: node.alt ?? null, ...position} satisfies Image
}
