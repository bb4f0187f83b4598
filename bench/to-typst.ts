import type {Nodes} from 'mdast'
import type {Card} from '../src/guide/card.ts'
import type {Guide} from '../src/guide/guide.ts'
import '../src/mdast/html-element.ts'

/** The document that somebody who knows Typst would write for a guide: three columns, a heading each question, bookmarks from them. */
export function toTypst({title, cards}: Guide): string {
  const parts = [
    `#set document(title: ${quoted(title)}, date: none)`,
    '#set page(paper: "a4", margin: (x: 10mm, top: 10mm, bottom: 13mm), columns: 3, numbering: "1 / 1")',
    '#set columns(gutter: 6mm)',
    '#set text(size: 7.8pt, lang: "en")',
    '#set par(leading: 0.45em, spacing: 0.6em)',
    '#show raw.where(block: true): block.with(fill: luma(240), inset: 0.4em, width: 100%)',
    '#show heading: set text(size: 7.8pt)',
    '#show link: underline',
    `= ${text(title)}`
  ]
  let section: string | undefined
  for (const card of cards) {
    const [first] = card.section
    if (first !== section && first !== undefined) parts.push(`== ${text(first)}`)
    section = first
    parts.push(`${first === undefined ? '==' : '==='} ${toCard(card)}`)
  }
  return `${parts.join('\n\n')}\n`
}

function toCard({number, question, answer}: Card): string {
  const [stem, ...detail] = question
  return [`${number} ${stem ? inline(stem as Nodes) : ''}`, ...[...detail, ...answer].map((node) => block(node as Nodes))].join('\n\n')
}

function block(node: Nodes): string {
  switch (node.type) {
    case 'code':
      return `#raw(block: true, lang: ${quoted(node.lang ?? 'txt')}, ${quoted(node.value)})`
    case 'list':
      return node.children.map((item) => `${node.ordered ? '+' : '-'} ${blocks(item).replaceAll('\n', '\n  ')}`).join('\n')
    case 'blockquote':
      return `#quote(block: true)[${blocks(node)}]`
    case 'table': {
      const [head, ...rows] = node.children.map((row) => row.children.map((cell) => `[${inline(cell)}]`))
      return `#table(columns: ${head?.length ?? 1}, table.header(${head?.join(', ')}), ${rows.flat().join(', ')})`
    }
    case 'htmlElement':
      return blocks(node as unknown as Nodes)
    default:
      return inline(node)
  }
}

function blocks(node: Nodes): string {
  return 'children' in node ? node.children.map((child) => block(child as Nodes)).join('\n\n') : ''
}

function inline(node: Nodes): string {
  if (node.type === 'text') return text(node.value)
  if (node.type === 'inlineCode') return `#raw(${quoted(node.value)})`
  if (node.type === 'break') return '\\ '
  const inside = 'children' in node ? node.children.map((child) => inline(child as Nodes)).join('') : ''
  if (node.type === 'strong') return `#strong[${inside}]`
  if (node.type === 'emphasis') return `#emph[${inside}]`
  return node.type === 'link' ? `#link(${quoted(node.url)})[${inside}]` : inside
}

function quoted(value: string): string {
  return JSON.stringify(value)
}

/** Text has marks of its own in Typst. */
function text(value: string): string {
  return value.replace(/[\\#*_`$<>@[\]~/="'+-]/g, '\\$&')
}
