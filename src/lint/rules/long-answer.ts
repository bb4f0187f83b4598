import {toPlainText} from '../../mdast/to-plain-text.ts'
import type {Rule} from '../rule.ts'
import {stemPlace} from '../stem-of.ts'

/** About two screens of a telephone, or a page of a guide. */
const mostCharacters = 2500

/**
 * An answer that nobody can recall at once: more than 2,500 characters of text, code included. Such a card is failed again and
 * again; two or three smaller questions teach the same.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## How does a consumer group work?
 *
 * (3,000 characters)
 * ```
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## What is a consumer group?
 *
 * Consumers that share the partitions of a topic.
 *
 * ## When does a consumer group rebalance?
 *
 * When a consumer joins, leaves or falls silent.
 * ```
 */
export const longAnswer: Rule = {
  id: 'long-answer',
  severity: 'info',
  check(documents, report) {
    for (const document of documents)
      for (const candidate of document.candidates) {
        const {length} = toPlainText(candidate.answer)
        if (length > mostCharacters)
          report({
            document,
            place: stemPlace(candidate),
            reason: `Unexpected answer of ${length} characters, expected at most ${mostCharacters} on a card`,
            note: 'Ask two smaller questions, or keep the answer short and link the rest.',
            weight: length
          })
      }
  }
}
