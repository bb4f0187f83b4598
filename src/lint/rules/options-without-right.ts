import type {Rule} from '../rule.ts'
import {stemPlace} from '../stem-of.ts'

/**
 * A multiple choice question that does not tell which option is right: the card can't be graded.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * #### Q1. Who leads a partition?
 *
 * - A) A broker
 * - B) A consumer
 *
 * **Answer:** See the documentation.
 * ```
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * #### Q1. Who leads a partition?
 *
 * - [x] A broker
 * - [ ] A consumer
 * ```
 */
export const optionsWithoutRight: Rule = {
  id: 'options-without-right',
  severity: 'warning',
  check(documents, report) {
    for (const document of documents)
      for (const candidate of document.candidates)
        if (candidate.options.length > 0 && !candidate.options.some(({right}) => right))
          report({
            document,
            place: stemPlace(candidate),
            reason: `Unexpected ${candidate.options.length} options without a right one, expected one that is checked or named in the answer`,
            note: 'Check it (`- [x] A broker`), or name it below: `**Answer:** A`'
          })
  }
}
