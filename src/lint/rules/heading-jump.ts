import {eachNode} from '../../mdast/each-node.ts'
import {type HeadingLike, headingOf} from '../../mdast/heading-of.ts'
import type {Rule} from '../rule.ts'

/**
 * A heading two or more levels below the one above it, in a file that has headings of the level between: outlines, contents and
 * readers of screens take it for a part of another chapter. A file that leaves a level out throughout is left alone.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 *
 * # Streams
 *
 * ### What is a table?
 *
 * The last record of each key.
 * ```
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 *
 * # Streams
 *
 * ## What is a table?
 *
 * The last record of each key.
 * ```
 */
export const headingJump: Rule = {
  id: 'heading-jump',
  severity: 'info',
  check(documents, report) {
    for (const document of documents) {
      const headings: HeadingLike[] = []
      eachNode(document.tree, (node) => {
        const heading = headingOf(node)
        if (heading) headings.push(heading)
      })
      const used = new Set(headings.map(({level}) => level))
      for (const [index, {level, node}] of headings.entries()) {
        const above = headings[index - 1]?.level
        if (above !== undefined && level > above + 1 && used.has(above + 1))
          report({
            document,
            place: node.position,
            reason: `Unexpected heading of level ${level} below one of level ${above}, expected level ${above + 1}`,
            note: `Begin it with \`${'#'.repeat(above + 1)}\`.`,
            weight: level - above
          })
      }
    }
  }
}
