import {eachNode} from '../../mdast/each-node.ts'
import type {Rule} from '../rule.ts'
import {sourceOf} from '../source-of.ts'

/**
 * A fence of code that is opened and never closed. Everything down to the end of its list, quote or file is code then, the next
 * questions too.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## What is a topic?
 *
 * A named log.
 *
 * ## How do I list topics?
 *
 * ~~~sh
 * kafka-topics.sh --list
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 * ```
 */
export const unclosedFence: Rule = {
  id: 'unclosed-fence',
  severity: 'warning',
  check(documents, report) {
    for (const document of documents)
      eachNode(document.tree, (node) => {
        if (node.type !== 'code') return
        const {position, value} = node
        const source = sourceOf(document, position)
        const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0]
        if (fence === undefined || isClosed(source, fence)) return
        const start = position?.start
        report({
          document,
          place: start && {start, end: {...start, column: start.column + fence.length, offset: (start.offset ?? 0) + fence.length}},
          reason: `Unexpected code fence that is never closed, expected ${fence} on a line of its own where the code ends`,
          note: 'Close it: all that follows is code until then.',
          weight: value.length
        })
      })
  }
}

/** By its last line, before which a list or a quote may write signs of its own. */
function isClosed(source: string, fence: string): boolean {
  const last = source.trimEnd().split(/\r\n|\n|\r/)
  const closing = /^[\s>]*(`{3,}|~{3,})$/.exec(last.at(-1) ?? '')?.[1]
  return last.length > 1 && closing !== undefined && closing.startsWith(fence)
}
