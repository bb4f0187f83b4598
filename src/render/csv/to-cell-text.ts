import type {List, Nodes, RootContent, Table} from 'mdast'
import 'mdast-util-math'
import {inlineTags} from '../../parse/html/tags.ts'
import {dropped} from '../html/allow-list.ts'
import {withEmoji} from '../html/with-emoji.ts'

/**
 * A card side as text for a cell: the words exactly, no marks of Markdown, line breaks where code, lists and tables have them,
 * a blank line between blocks. Lists get bullets that no spreadsheet takes for a sum.
 */
export function toCellText(nodes: readonly RootContent[]): string {
  return blocks(nodes).trim()
}

const inlineTypes: ReadonlySet<string> = new Set([
  ...['break', 'delete', 'emphasis', 'footnoteReference', 'html', 'image', 'inlineCode', 'inlineMath', 'link', 'mark', 'strong', 'text']
])

/** How single nodes read. Others read as their children do. */
const readers: {readonly [Type in Nodes['type']]?: (node: Extract<Nodes, {type: Type}>) => string} = {
  text: ({value}) => withEmoji(value.replace(/\s*\n\s*/g, ' ')),
  break: () => '\n',
  code: ({value}) => value,
  inlineCode: ({value}) => value,
  math: ({value}) => `$$${value}$$`,
  inlineMath: ({value}) => `$${value}$`,
  image: ({alt}) => alt ?? '',
  html: () => '',
  yaml: () => '',
  thematicBreak: () => '',
  footnoteReference: ({label, identifier}) => `[${label ?? identifier}]`,
  footnoteDefinition: ({label, identifier, children}) => `[${label ?? identifier}] ${blocks(children)}`,
  list: listText,
  table: tableText,
  blockquote: ({data, children}) => (data?.title ? `${data.title}\n${blocks(children)}` : blocks(children)),
  htmlElement: ({tagName, properties, children}) => {
    if (dropped.has(tagName)) return ''
    if (tagName === 'br') return '\n'
    if (tagName === 'img') return String(properties.alt ?? '')
    if (tagName === 'pre') return children.map(verbatim).join('')
    if (tagName === 'li') return `• ${blocks(children).replaceAll('\n', '\n  ')}`
    return blocks(children)
  }
}

function read(node: Nodes): string {
  const reader = readers[node.type]
  if (reader) return reader(node as never)
  return 'children' in node ? blocks(node.children) : ''
}

/** Neighbours in a line join; blocks part by a blank line, parts of a list or table in HTML by a line. */
function blocks(nodes: readonly Nodes[]): string {
  let out = ''
  let afterBlock = false
  for (const node of nodes) {
    const text = read(node)
    const block = isBlock(node)
    if (text === '') continue
    const apart = (block || afterBlock) && out.trim() !== ''
    if (apart) out = `${out.trimEnd()}${isPart(node) ? '\n' : '\n\n'}`
    out += block || apart ? text.replace(/^\n+|\s+$/g, '') : text
    afterBlock = block
  }
  return out
}

function isBlock(node: Nodes): boolean {
  return node.type === 'htmlElement' ? !inlineTags.has(node.tagName) : !inlineTypes.has(node.type)
}

function isPart(node: Nodes): boolean {
  return node.type === 'htmlElement' && ['li', 'tr', 'td', 'th', 'dt', 'dd', 'summary'].includes(node.tagName)
}

/** An item's later lines stand under its words. Tight lists have no blank lines between. */
function listText({ordered, start, spread, children}: List): string {
  const items = children.map((item, index) => {
    const marker = ordered ? `${(start ?? 1) + index}.` : '•'
    const box = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : ''
    const text = item.children.map((child) => ({child, text: read(child)})).filter(({text}) => text !== '')
    const joined = text.map(({child, text}, place) => (place === 0 ? text : `${child.type === 'list' ? '\n' : '\n\n'}${text}`)).join('')
    return `${marker} ${box}${joined.replaceAll('\n', `\n${' '.repeat(marker.length + 1)}`).replace(/[ ]+$/gm, '')}`
  })
  return items.join(spread ? '\n\n' : '\n')
}

function tableText({children}: Table): string {
  return children.map((row) => row.children.map((cell) => blocks(cell.children).replaceAll('\n', ' ')).join(' | ')).join('\n')
}

function verbatim(node: Nodes): string {
  if ('value' in node && node.type !== 'html') return node.value
  return 'children' in node ? node.children.map(verbatim).join('') : node.type === 'break' ? '\n' : ''
}
