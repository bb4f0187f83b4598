import {bareLabel} from '../bare-label.ts'
import type {Rule} from '../rule.ts'
import {stemPlace} from '../stem-of.ts'

/**
 * A label that announces an answer with nothing behind it.
 *
 * @example
 * ```markdown
 * ### 1. What is a topic?
 *
 * **Answer:** A named log.
 *
 * ### 2. What is a partition?
 *
 * **Answer:**
 * ```
 *
 * @example
 * ```markdown
 * ### 1. What is a topic?
 *
 * **Answer:** A named log.
 *
 * ### 2. What is a partition?
 *
 * **Answer:** A piece of a topic that one broker leads.
 * ```
 */
export const labelWithoutText: Rule = {
  id: 'label-without-text',
  severity: 'warning',
  check(documents, report) {
    for (const document of documents)
      for (const candidate of document.candidates) {
        const label = bareLabel(document, candidate)
        if (label !== undefined)
          report({
            document,
            place: stemPlace(candidate),
            reason: `Unexpected label \`${label}\` with nothing behind it, expected the answer; decks leave the question out`
          })
      }
  }
}
