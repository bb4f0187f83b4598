import {skeleton} from '../../guide/skeleton.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {anchorsOf} from '../anchors.ts'
import {localLinks} from '../local-links.ts'
import type {LintDocument, Rule} from '../rule.ts'
import {stemOf, stemPlace} from '../stem-of.ts'

/** With more than one question in so many left out, the contents may be meant to list chapters or favourites. */
const oneIn = 5

/**
 * A question that the table of contents leaves out, where it lists nearly all others.
 *
 * @example
 * ```markdown
 * - [What is a topic?](#what-is-a-topic)
 * - [What is a partition?](#what-is-a-partition)
 * - [What is an offset?](#what-is-an-offset)
 * - [What is a broker?](#what-is-a-broker)
 *
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 *
 * ## What is an offset?
 *
 * A place in a partition.
 *
 * ## What is a broker?
 *
 * A server.
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
 * - [What is an offset?](#what-is-an-offset)
 * - [What is a broker?](#what-is-a-broker)
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
 * ## What is an offset?
 *
 * A place in a partition.
 *
 * ## What is a broker?
 *
 * A server.
 *
 * ## What is a consumer?
 *
 * A program that reads.
 * ```
 */
export const questionWithoutContents: Rule = {
  id: 'question-without-contents',
  severity: 'info',
  check(documents, report) {
    for (const document of documents) {
      const unlisted = unlistedQuestions(document)
      if (unlisted.length * oneIn > document.candidates.length) continue
      for (const {candidate, slug} of unlisted)
        report({
          document,
          place: stemPlace(candidate),
          reason: 'Unexpected question that the contents leave out, expected an entry for each',
          note: `Add it to the contents: \`[${stemOf(candidate)}](#${slug})\``
        })
    }
  }
}

/** Questions with a heading that no entry of the contents names, by its link or by its words. */
function unlistedQuestions(document: LintDocument) {
  const anchors = anchorsOf(document)
  const entries = localLinks(document).filter(({inContents}) => inContents)
  const listed = new Set(entries.flatMap(({fragment, node}) => [key(fragment), key(inlineText(node))]))
  return document.candidates.flatMap((candidate) => {
    const slug = anchors.at(candidate.position.start.offset ?? -1)
    return slug === undefined || listed.has(key(slug)) || listed.has(key(stemOf(candidate))) ? [] : [{candidate, slug}]
  })
}

/** Ordinals may stand on either side only. */
function key(text: string): string {
  return skeleton(text).replace(/^\d+/, '')
}
