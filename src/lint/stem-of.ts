import type {Position} from 'unist'
import type {Candidate} from '../guide/candidate.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'

/** The words that ask, without the code and pictures below them. */
export function stemOf({question}: Candidate): string {
  return toPlainText(question.slice(0, 1))
}

/** Place of the words that ask: their heading or line, and within a fold the words alone. */
export function stemPlace({question: [stem], position}: Candidate): Position {
  const block = stem?.position ?? position
  const words = stem && 'children' in stem ? stem.children : []
  const [first, last] = [words[0]?.position, words.at(-1)?.position]
  return first && last && first.start.line > block.start.line ? {start: first.start, end: last.end} : block
}
