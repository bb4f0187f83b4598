import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import '../../mdast/html-element.ts'
import {blockTags} from './tags.ts'

/** Content of a lone paragraph, nothing for no content, `undefined` where there are blocks. */
export function lineOf(children: readonly RootContent[]): PhrasingContent[] | undefined {
  const [only, ...others] = children
  if (!only) return []
  if (only.type === 'paragraph' && others.length === 0) return only.children
  return children.every(isPhrasing) ? (children as PhrasingContent[]) : undefined
}

const blockTypes: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'blockquote',
  'code',
  'footnoteDefinition',
  'heading',
  'list',
  'math',
  'paragraph',
  'table',
  'thematicBreak'
])

function isPhrasing(node: RootContent): boolean {
  return node.type === 'htmlElement' ? !blockTags.has(node.tagName) : !blockTypes.has(node.type)
}
