import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import '../../mdast/html-element.ts'

/** Drops what shows nothing (breaks at the borders, empty paragraphs) and frees comments that stand alone. */
export function settleParagraph(node: RootContent): readonly RootContent[] {
  if (node.type !== 'paragraph') return [node]
  if (node.children.every((child) => child.type === 'html' || isBlank(child))) return node.children.filter(({type}) => type === 'html')
  const start = node.children.findIndex((child) => !isBlank(child))
  const end = node.children.findLastIndex((child) => !isBlank(child)) + 1
  if (end - start < node.children.length) node.children = node.children.slice(start, end)
  return [node]
}

/** Whether `settleParagraph` would drop anything of a paragraph without HTML. */
export function showsLess({children}: Paragraph): boolean {
  const [first, last] = [children[0], children.at(-1)]
  return !first || !last || isBlank(first) || isBlank(last)
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && /^[ \t\r\n]*$/.test(node.value))
}
