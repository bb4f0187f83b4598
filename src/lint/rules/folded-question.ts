import type {Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import {toPlainText} from '../../mdast/to-plain-text.ts'
import type {Rule} from '../rule.ts'

/**
 * A `<details>` in an answer whose summary asks: the question it folds belongs to the answer of another one and makes no card.
 *
 * @example
 * ```markdown
 * ## What is a topic?
 *
 * A named log.
 *
 * <details>
 * <summary>How many partitions should a topic have?</summary>
 *
 * As many as consumers should read at once.
 *
 * </details>
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 *
 * ## What is an offset?
 *
 * A place in a partition.
 * ```
 *
 * @example
 * ```markdown
 * ## What is a topic?
 *
 * A named log.
 *
 * ## How many partitions should a topic have?
 *
 * As many as consumers should read at once.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 *
 * ## What is an offset?
 *
 * A place in a partition.
 * ```
 */
export const foldedQuestion: Rule = {
  id: 'folded-question',
  severity: 'info',
  check(documents, report) {
    for (const document of documents)
      for (const {answer, explanation} of document.candidates)
        for (const block of [...answer, ...explanation])
          visit(block as Nodes, 'htmlElement', (node) => {
            if (node.tagName !== 'summary' || !/[?？؟]\s*$/.test(toPlainText(node))) return
            report({
              document,
              place: node.position,
              reason: 'Unexpected question folded into the answer of another one, expected a question of its own',
              note: 'Take it out of the answer and write it as its siblings are written.'
            })
          })
  }
}
