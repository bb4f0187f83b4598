import {bareLabel} from '../bare-label.ts'
import type {Rule} from '../rule.ts'
import {stemPlace} from '../stem-of.ts'

/** With more than one question in so many unanswered, a file is meant as a list of questions. */
const oneIn = 3

/**
 * A question that nobody has answered yet, or whose answer only holds its place ("TODO"), among questions with answers.
 * It makes no card in a deck. A file that is a list of questions and answers few of them is left alone.
 *
 * @example
 * ```markdown
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What is a partition?
 *
 * TODO
 *
 * ## What is an offset?
 *
 * The place of a record in its partition.
 * ```
 *
 * @example
 * ```markdown
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What is a partition?
 *
 * A piece of a topic that one broker leads.
 *
 * ## What is an offset?
 *
 * The place of a record in its partition.
 * ```
 */
export const missingAnswer: Rule = {
  id: 'missing-answer',
  severity: 'info',
  check(documents, report) {
    for (const document of documents) {
      const open = document.candidates.filter(({kind}) => kind === 'unanswered')
      if (open.length * oneIn > document.candidates.length) continue
      for (const candidate of open)
        if (bareLabel(document, candidate) === undefined)
          report({
            document,
            place: stemPlace(candidate),
            reason: 'Unexpected question without an answer, expected one below it; decks leave it out'
          })
    }
  }
}
