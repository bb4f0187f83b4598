import type {Candidate} from '../../guide/candidate.ts'
import type {LintDocument, Rule} from '../rule.ts'
import {stemPlace} from '../stem-of.ts'

interface Numbered {
  readonly candidate: Candidate
  readonly number: number | undefined
  readonly section: string
}

interface Fault {
  readonly candidate: Candidate
  readonly was: string
  readonly wanted: number
}

/** Beyond this share of faults the numbers count something else. */
const mostFaults = 0.2

/**
 * Numbers of questions that skip, repeat or go back. They are no part of a card, but readers and the contents refer to them.
 * A new section may begin at 1 again.
 *
 * @example
 * ```markdown
 * ## 1. What is a topic?
 *
 * A named log.
 *
 * ## 2. What is a partition?
 *
 * A piece of a topic.
 *
 * ## 2. What is an offset?
 *
 * A place in a partition.
 *
 * ## 3. What is a broker?
 *
 * A server.
 *
 * ## 4. What is a producer?
 *
 * A program that writes.
 *
 * ## 5. What is a consumer?
 *
 * A program that reads.
 * ```
 *
 * @example
 * ```markdown
 * ## 1. What is a topic?
 *
 * A named log.
 *
 * ## 2. What is a partition?
 *
 * A piece of a topic.
 *
 * ## 3. What is an offset?
 *
 * A place in a partition.
 *
 * ## 4. What is a broker?
 *
 * A server.
 *
 * ## 5. What is a producer?
 *
 * A program that writes.
 *
 * ## 6. What is a consumer?
 *
 * A program that reads.
 * ```
 */
export const questionNumbers: Rule = {
  id: 'question-numbers',
  severity: 'info',
  check(documents, report) {
    for (const document of documents) {
      const numbered = document.candidates.map((candidate) => ({
        candidate,
        number: numberOf(document, candidate),
        section: candidate.section.join('\0')
      }))
      const faults = faultsOf(document, numbered)
      if (faults.length > numbered.filter(({number}) => number !== undefined).length * mostFaults) continue
      for (const {candidate, was, wanted} of faults)
        report({document, place: stemPlace(candidate), reason: `Unexpected number ${was}, expected ${wanted}`})
    }
  }
}

function faultsOf(document: LintDocument, numbered: readonly Numbered[]): readonly Fault[] {
  const faults: Fault[] = []
  let last: (Numbered & {readonly number: number}) | undefined
  for (const {candidate, number, section} of numbered) {
    if (number === undefined) continue
    const wanted = (last?.number ?? number - 1) + 1
    const restarts = number === 1 && section !== last?.section
    if (number !== wanted && !restarts && !(number > wanted && last && isWritten(document, wanted, last.candidate, candidate))) {
      const was = number === last?.number ? `${number} again` : number < wanted ? `${number} after ${last?.number}` : `${number}`
      faults.push({candidate, was, wanted})
    }
    last = {candidate, number, section}
  }
  return faults
}

/** Whether a number begins a line between two questions: it counts something that makes no card. */
function isWritten({file}: LintDocument, number: number, from: Candidate, to: Candidate): boolean {
  const between = String(file).slice(from.position.start.offset, to.position.start.offset)
  return new RegExp(`^[\\s>#*_(\\[-]*(?:\\p{L}{1,10}[\\s.#]*)?${number}(?!\\d)`, 'mu').test(between)
}

/** The last number between the start of the line and the words that ask; `2.1` is none that counts. */
function numberOf({file}: LintDocument, {question: [stem], position}: Candidate): number | undefined {
  const words = stem && 'children' in stem ? stem.children[0]?.position?.start.offset : undefined
  if (words === undefined) return undefined
  const {offset = 0, column} = position.start
  const before = String(file).slice(offset - column + 1, words)
  if (before.length > 60 || /\d\.\d/.test(before)) return undefined
  const digits = /(\d{1,4})\D*$/.exec(before)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
