import type {Nodes} from 'mdast'
import {VFile} from 'vfile'
import {parse} from '../../../src/parse/parse.ts'

/** Short and readable form of a tree for assertions: `paragraph(text "a" strong(text "b"))`. */
export function outline(node: Nodes): string {
  const own = Object.entries(node)
    .filter(([key, value]) => !['type', 'children', 'position', 'value'].includes(key) && value !== null && value !== undefined)
    .filter(([key, value]) => !(key === 'spread' && value === false) && JSON.stringify(value) !== '{}')
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .join('')
  const value = 'value' in node ? ` ${JSON.stringify(node.value)}` : ''
  const children = 'children' in node ? `(${node.children.map(outline).join(' ')})` : ''
  return `${node.type}${own}${value}${children}`
}

/** Outline of what a text is parsed to, without the root. */
export function outlineOf(markdown: string): string {
  return parse(new VFile(markdown)).children.map(outline).join('\n')
}

/** Source text of each node of a type, cut by its offsets: proves places. */
export function sourcesOf(markdown: string, type: string): string[] {
  const found: string[] = []
  visit(parse(new VFile(markdown)))
  return found

  function visit(node: Nodes): void {
    if (node.type === type) found.push(markdown.slice(node.position?.start.offset, node.position?.end.offset))
    if ('children' in node) for (const child of node.children) visit(child)
  }
}
