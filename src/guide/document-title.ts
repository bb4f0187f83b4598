import type {Nodes, Root} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import type {Candidate} from './candidate.ts'

/** Text of the first h1 above all cards, unless it groups or asks; undefined where the file has none. */
export function documentTitle(tree: Root, candidates: readonly Candidate[]): string | undefined {
  const firstLine = Math.min(...candidates.map(({position}) => position.start.line))
  const sections = new Set(candidates.flatMap(({section}) => section))
  for (const node of tree.children) {
    if ((node.position?.start.line ?? 0) >= firstLine) return undefined
    if (node.type !== 'heading' || node.depth !== 1) continue
    const text = toPlainText([node])
    if (text && !sections.has(text)) return text
  }
  return undefined
}

/**
 * Text of an h1 that HTML holds, above all cards, as many READMEs begin; undefined where the file has none. It is shown, but no id is
 * made of it: ids of decks already handed out were made without.
 */
export function titleInHtml(tree: Root, candidates: readonly Candidate[]): string | undefined {
  const firstLine = Math.min(...candidates.map(({position}) => position.start.line))
  const sections = new Set(candidates.flatMap(({section}) => section))
  const above = tree.children.filter(({position}) => (position?.start.line ?? 0) < firstLine)
  return above.flatMap((node) => topHeadings(node, 0)).find((text) => text !== '' && !sections.has(text))
}

const wrappers: ReadonlySet<string> = new Set(['div', 'p', 'center', 'header', 'section', 'a', 'span'])

function topHeadings(node: Nodes, depth: number): readonly string[] {
  if (depth > 0 && headingOf(node)?.level === 1) return [toPlainText([node]).replace(/\s+/g, ' ').trim()]
  if (node.type !== 'htmlElement' || !wrappers.has(node.tagName) || depth > 5) return []
  return (node.children as Nodes[]).flatMap((child) => topHeadings(child, depth + 1))
}

/** `data-engineering_notes` becomes "Data engineering notes". */
export function titleFromStem(stem: string): string {
  const words = stem.replace(/[-_\s]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
