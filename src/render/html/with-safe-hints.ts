import type {Properties} from 'hast'
import {sanitize} from 'hast-util-sanitize'
import type {Nodes} from 'mdast'
import {allowList} from './allow-list.ts'

/** The element whose attributes a node may have; other nodes have none. */
const tags: {readonly [Type in Nodes['type']]?: string} = {
  heading: 'h2',
  list: 'ol',
  listItem: 'li',
  paragraph: 'p',
  table: 'table',
  tableCell: 'td',
  tableRow: 'tr'
}

/**
 * The node and all in it with only those attributes of raw HTML that the allow-list has: parsing keeps the rest of a tag's attributes
 * where mdast-util-to-hast would copy them from (`data.hProperties`). Pictures keep their size, which is checked when they are shown.
 */
export function withSafeHints<Node extends Nodes>(node: Node): Node {
  const children = 'children' in node ? {children: node.children.map(withSafeHints)} : {}
  if (node.data === undefined) return {...node, ...children}
  const {hName, hChildren, hProperties, ...data} = node.data
  const kept = node.type === 'image' ? hProperties : safeProperties(tags[node.type], hProperties)
  return {...node, data: {...data, ...(kept && {hProperties: kept})}, ...children}
}

function safeProperties(tagName: string | undefined, properties: Properties | undefined): Properties | undefined {
  if (tagName === undefined || properties === undefined) return undefined
  const shell = sanitize({type: 'element', tagName, properties, children: []}, allowList)
  return shell.type === 'element' ? shell.properties : undefined
}
