import type {Position} from 'unist'
import type {Candidate} from '../guide/candidate.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'

/** The words that ask, without the code and pictures below them. */
export function stemOf({question}: Candidate): string {
  return toPlainText(question.slice(0, 1))
}

/** Place of the words that ask. */
export function stemPlace({question, position}: Candidate): Position {
  return question[0]?.position ?? position
}
