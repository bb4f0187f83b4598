import type {Nodes} from 'mdast'
import type {Candidate} from './candidate.ts'
import {revealClozes} from './reveal-clozes.ts'
import {skeleton} from './skeleton.ts'

type QuestionSide = Pick<Candidate, 'kind' | 'question' | 'options'>

/**
 * What identifies a question: letters and digits of its side in source order, text, code, formulas, image descriptions, then options.
 * Stems repeat ("What's the output?" a hundred times over), so code and options must be in. Without a letter or digit: its code points.
 * Frozen: ids of cards already handed out hang on it.
 */
export function questionSkeleton({kind, question, options}: QuestionSide): string {
  const raw = [...question, ...options.flatMap((option) => option.content)].map(rawText).join(' ')
  const text = kind === 'cloze' ? revealClozes(raw) : raw
  return skeleton(text) || text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}

function rawText(node: Nodes): string {
  if (node.type === 'footnoteDefinition' || node.type === 'html' || node.type === 'yaml') return ''
  if ('value' in node) return node.value
  if (node.type === 'image') return node.alt ?? ''
  return 'children' in node ? node.children.map(rawText).join(isBlockParent(node) ? ' ' : '') : ''
}

/** Only matters for sides without letters and digits; a space keeps their blocks apart. */
function isBlockParent(node: Nodes): boolean {
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || node.type === 'table' || node.type === 'tableRow'
}
