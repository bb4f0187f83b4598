import {inlineText} from '../../mdast/inline-text.ts'
import {anchorsOf} from '../anchors.ts'
import {localLinks} from '../local-links.ts'
import type {Rule} from '../rule.ts'
import {targetOf} from './dead-anchor.ts'

/**
 * An entry of the table of contents that leads to no question or heading: it was removed, renamed, or never written.
 *
 * @example
 * ```markdown
 * - [What is a topic?](#what-is-a-topic)
 * - [What is a partition?](#what-is-a-partition)
 * - [What is an offset?](#what-is-an-offset)
 *
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 *
 * ## What is a consumer?
 *
 * A program that reads.
 * ```
 *
 * @example
 * ```markdown
 * - [What is a topic?](#what-is-a-topic)
 * - [What is a partition?](#what-is-a-partition)
 * - [What is a consumer?](#what-is-a-consumer)
 *
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 *
 * ## What is a consumer?
 *
 * A program that reads.
 * ```
 */
export const contentsWithoutQuestion: Rule = {
  id: 'contents-without-question',
  severity: 'info',
  check(documents, report) {
    for (const document of documents) {
      const anchors = anchorsOf(document)
      for (const link of localLinks(document))
        if (link.inContents && !anchors.has(link.fragment) && targetOf(link, anchors) === undefined)
          report({
            document,
            place: link.node.position,
            reason: `Unexpected entry \`${inlineText(link.node)}\` in the contents, expected a heading \`#${link.fragment}\` in this file`,
            note: 'Write the question, or take the entry out.'
          })
    }
  }
}
