import type {Heading, List, ListItem, Nodes, RootContent} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import type {HtmlElement} from '../mdast/html-element.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {asks} from './asks.ts'
import {isRevealing} from './is-revealing.ts'
import {foldedBy, summaryKey, summaryOf} from './summary-of.ts'
import {isNoise} from './trim-noise.ts'

/** One block of the document in reading order, taken out of wrappers that only group. */
export interface Block {
  readonly node: RootContent
  /** Place in the flow, from 0. */
  readonly index: number
  /** Set on all blocks of a list item that was opened up because a heading or `<details>` begins it. */
  readonly item?: ListItem
  /** Set on the first block of such an item. */
  readonly opensItem: boolean
  /** Of headings, from 1: as written, but in lists all headings that open an item are of one level, and those inside lie deeper. */
  readonly level?: number
}

const wrappers: ReadonlySet<string> = new Set([
  'div',
  'section',
  'article',
  'main',
  'center',
  'body',
  'html',
  'font',
  'span',
  'ol',
  'ul',
  'li'
])

/** Deeper nesting than people write; what lies deeper stays whole. */
const maxDepth = 20

/**
 * Blocks of a document in reading order. Wrappers (`<div>`, list items that begin with a heading, `<details>` around whole sections)
 * are opened, so that "up to the next heading" means what a reader sees and not what the nesting happens to be.
 */
export function toFlow(nodes: readonly RootContent[]): Block[] {
  const blocks: Block[] = []
  open(nodes, undefined, 0, blocks)
  return withLevels(blocks)
}

function withLevels(blocks: readonly Block[]): Block[] {
  const levels = blocks.map(({node}) => headingOf(node)?.level)
  const opening = levels.filter((level, at): level is number => level !== undefined && blocks[at]?.opensItem === true)
  const usual = mostFrequent(opening)
  return blocks.map((block, at) => {
    const level = levels[at]
    if (level === undefined) return block
    if (usual === undefined || !block.item) return {...block, level}
    return {...block, level: block.opensItem ? usual : Math.max(level, usual + 1)}
  })
}

function mostFrequent(values: readonly number[]): number | undefined {
  const groups = [...Map.groupBy(values, (value) => value)].sort((a, b) => b[1].length - a[1].length)
  return groups[0]?.[0]
}

function open(nodes: readonly RootContent[], item: ListItem | undefined, depth: number, blocks: Block[]): void {
  let first = item !== undefined
  for (const node of nodes) {
    if (depth < maxDepth && node.type === 'htmlElement' && opensUp(node)) {
      const heading = node.tagName === 'details' ? toHeading(node) : undefined
      if (heading) blocks.push({node: heading, index: blocks.length, opensItem: false})
      open(node.tagName === 'details' ? foldedBy(node) : node.children, item, depth + 1, blocks)
    } else if (depth < maxDepth && node.type === 'list' && node.children.some(beginsCard)) {
      openList(node, item, depth, blocks)
    } else {
      blocks.push({node, index: blocks.length, opensItem: first, ...(item ? {item} : {})})
    }
    first = false
  }
}

/** Items without a heading between items with one continue the answer above them; they stay lists of their own. */
function openList(list: List, outer: ListItem | undefined, depth: number, blocks: Block[]): void {
  for (const item of list.children) {
    if (beginsCard(item)) {
      open(item.children, item, depth + 1, blocks)
    } else {
      const node: List = {...list, children: [item], ...(item.position ? {position: item.position} : {})}
      blocks.push({node, index: blocks.length, opensItem: false, ...(outer ? {item: outer} : {})})
    }
  }
}

function beginsCard(item: ListItem): boolean {
  const first = item.children[0]
  return first !== undefined && (headingOf(first) !== undefined || isElement(first, 'details') || isLoneDetails(first))
}

function isLoneDetails(node: Nodes): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.length > 0 &&
    node.children.every((child) => isElement(child, 'details') || (child.type === 'text' && child.value.trim() === ''))
  )
}

function opensUp(element: HtmlElement): boolean {
  if (element.tagName === 'details') return holdsCards(element)
  return wrappers.has(element.tagName) && element.children.some((child) => beginsZone(child))
}

function beginsZone(node: Nodes): boolean {
  if (headingOf(node)) return true
  if (node.type !== 'htmlElement') return false
  return node.tagName === 'details' || (wrappers.has(node.tagName) && node.children.some((child) => beginsZone(child)))
}

/** A `<details>` that folds a whole section: several folds, or several headings that ask, under a summary that promises no answer. */
function holdsCards(details: HtmlElement): boolean {
  const content = withoutWrappers(foldedBy(details)).filter((child) => !isNoise(child))
  const inner = content.filter((child) => isElement(child, 'details') || (child.type === 'list' && child.children.some(beginsCard)))
  if (
    inner.length >= 2 ||
    (inner.length === 1 && content.length === 1) ||
    (!isRevealing(summaryKey(details)) && boldQuestions(details) >= 2)
  )
    return true
  const headings = details.children.flatMap((child) => headingOf(child) ?? [])
  const asking = headings.filter(({children}) => asks(inlineText(children)) >= 0.8)
  return asking.length >= 2 && asking.length * 2 >= headings.length && !isRevealing(summaryKey(details))
}

function withoutWrappers(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node) =>
    node.type === 'htmlElement' && wrappers.has(node.tagName) ? withoutWrappers(node.children as RootContent[]) : [node]
  )
}

/** Items of lists that begin with an emphasised question: a folded part of a list of them. */
function boldQuestions(details: HtmlElement): number {
  const items = details.children.flatMap((child) => (child.type === 'list' ? child.children : []))
  return items.filter(({children: [first]}) => {
    const strong = first?.type === 'paragraph' ? first.children[0] : undefined
    return strong?.type === 'strong' && asks(inlineText(strong)) === 1
  }).length
}

/** A summary that only offers more of the same heads nothing. */
const more =
  /^\P{L}*(?:click|tap|press|expand|show|see|view|more|ver más|ver mais|voir plus|mehr|ещё|еще|показать|展开|点击|더 보기|もっと)(?!\p{L})/iu

/** The summary of a folded section heads it: at its own level, above the headings inside, or below all others. */
function toHeading(details: HtmlElement): Heading | undefined {
  const summary = details.children.find((child) => isElement(child, 'summary'))
  const own =
    summary && 'children' in summary ? (summary.children as Nodes[]).map(headingOf).find((heading) => heading !== undefined) : undefined
  const children = own?.children ?? summaryOf(details)
  if (children.length === 0 || more.test(summaryKey(details))) return undefined
  const inside = details.children.flatMap((child) => headingOf(child)?.level ?? [])
  const depth = own?.level ?? (inside.length > 0 ? Math.max(1, Math.min(...inside) - 1) : 6)
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [...children],
    ...(summary?.position ? {position: summary.position} : {})
  }
}

function isElement(node: Nodes, tagName: string): node is HtmlElement {
  return node.type === 'htmlElement' && node.tagName === tagName
}
