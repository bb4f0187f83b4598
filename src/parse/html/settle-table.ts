import type {PhrasingContent, RootContent, TableCell, TableRow} from 'mdast'
import type {HtmlElement} from '../../mdast/html-element.ts'
import {withHints} from './hints.ts'
import {lineOf} from './line-of.ts'

const parts = new Set(['thead', 'tbody', 'tfoot'])

/** `<table>` as a Markdown table where that says the same: a first row of `<th>`, then lines of text in cells of one row and column. */
export function settleTable(element: HtmlElement): readonly RootContent[] {
  const content = element.children.flatMap((child) => (isElement(child) && parts.has(child.tagName) ? child.children : [child]))
  const rows = content.filter(isElement)
  const [head] = rows
  const headed = head?.tagName === 'tr' && head.children.filter(isElement).every(({tagName}) => tagName === 'th')
  const tableRows = rows.map(toRow)
  if (!headed || rows.length < content.length || head.children.length === 0 || tableRows.includes(undefined)) return [element]
  const {position, properties} = element
  const children = tableRows.filter((row) => row !== undefined)
  return [{type: 'table', align: head.children.map(() => null), children, ...withHints(properties), ...(position && {position})}]
}

function toRow(row: HtmlElement): TableRow | undefined {
  const cells = row.children.map(toCell)
  if (row.tagName !== 'tr' || cells.includes(undefined)) return undefined
  return {type: 'tableRow', children: cells.filter((cell) => cell !== undefined), ...(row.position && {position: row.position})}
}

function toCell(cell: RootContent): TableCell | undefined {
  if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th') || spans(cell)) return undefined
  const children: PhrasingContent[] | undefined = lineOf(cell.children)
  return children && {type: 'tableCell', children, ...withHints(cell.properties), ...(cell.position && {position: cell.position})}
}

function spans({properties: {colSpan = 1, rowSpan = 1}}: HtmlElement): boolean {
  return Number(colSpan) !== 1 || Number(rowSpan) !== 1
}

function isElement(node: RootContent): node is HtmlElement {
  return node.type === 'htmlElement'
}
