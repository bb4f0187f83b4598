import type {RootContent} from 'mdast'
import {toPlainText} from '../mdast/to-plain-text.ts'

const letters = /^(?:(?:correct |right )?answers?\s*:?\s*)?[([]?[A-Z][)\].]?(?:(?:\s*[,;&/]\s*|\s+and\s+|\s+)[([]?[A-Z][)\].]?)*$/i

/** Whether the answer to a multiple choice question says no more than the marked options do: `Answer: B`, `A and C`, nothing. */
export function namesLettersOnly(answer: readonly RootContent[]): boolean {
  const text = toPlainText(answer)
  return text === '' || letters.test(text)
}
