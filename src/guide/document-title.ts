import type {Root} from 'mdast'
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

/** `data-engineering_notes` becomes "Data engineering notes". */
export function titleFromStem(stem: string): string {
  const words = stem.replace(/[-_\s]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
