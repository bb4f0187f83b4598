import {answerLabel} from './answer-label.ts'

/** Whether a heading is that of answers to what was asked above it: "Answers", "Answer key", "Solutions". */
export function headsAnswers(text: string): boolean {
  return isNamed(answerLabel, text)
}

/** Whether a heading is a label, as a plural or with a word that says so. */
export function isNamed(label: RegExp, text: string): boolean {
  // No label is longer, and of a longer text the patterns would look for the end at each of its signs.
  if (text.length > 80) return false
  const word = text
    .replace(/[:：\s]+$/u, '')
    .replace(/\s+(?:key|sheet|list)$/iu, '')
    .replace(/s$/iu, '')
  return word.length > 1 && (label.exec(`${word}:`)?.[0].length ?? 0) > word.length && !/\d/.test(text)
}
