import type {Edit, Rule} from '../rule.ts'

/**
 * Text right below a list, without a blank line: Markdown adds it to the last bullet. cardpress reads it as the paragraph it was
 * meant to be; GitHub does not.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## What is a topic?
 *
 * - A named log.
 * - It has partitions.
 * Producers write to it.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 * ```
 */
export const lazyContinuation: Rule = {
  id: 'lazy-continuation',
  severity: 'info',
  check(documents, report) {
    for (const document of documents) {
      if (document.lazyLines.length === 0) continue
      const source = String(document.file)
      const lineEnds = [...source.matchAll(/\r\n|\n|\r/g)]
      for (const line of document.lazyLines) {
        const above = lineEnds[line - 2]
        report({
          document,
          place: {line, column: 1},
          reason: 'Unexpected text right below a list, expected a blank line before it, so that it is no part of the last item',
          note: 'Put a blank line above it; cardpress already reads it as a paragraph of its own.',
          repair: above && blankLine(source, above.index + above[0].length, above[0])
        })
      }
    }
  }
}

/** None in a quote: there a blank line has a mark. */
function blankLine(source: string, start: number, text: string): Edit | undefined {
  return /^[ \t]*>/.test(source.slice(start, start + 100)) ? undefined : {start, end: start, text}
}
