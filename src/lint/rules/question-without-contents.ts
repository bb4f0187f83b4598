import type {Candidate} from '../../guide/candidate.ts'
import {skeleton} from '../../guide/skeleton.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {anchorsOf} from '../anchors.ts'
import {type LocalLink, localLinks} from '../local-links.ts'
import type {Edit, LintDocument, Rule} from '../rule.ts'
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
 */
export const questionWithoutContents: Rule = {
  id: 'question-without-contents',
  severity: 'info',
  check(documents, report) {
    for (const document of documents) {
      const unlisted = unlistedQuestions(document)
      if (unlisted.length * oneIn > document.candidates.length) continue
      for (const {candidate, slug, above} of unlisted) {
        const entry = `[${stemOf(candidate).replace(/[\\[\]]/g, '\\$&')}](#${slug})`
        report({
          document,
          place: stemPlace(candidate),
          reason: 'Unexpected question that the contents leave out, expected an entry for each',
          note: `Add it to the contents: \`${entry}\``,
          repair: above && bulletBelow(document, above, entry)
        })
      }
    }
  }
}

interface Unlisted {
  readonly candidate: Candidate
  readonly slug: string
  /** Entry of the nearest question above that has one. */
  readonly above: LocalLink | undefined
}

/** Questions with a heading that no entry of the contents names, by its link or by its words. */
function unlistedQuestions(document: LintDocument): readonly Unlisted[] {
  const anchors = anchorsOf(document)
  const entries = localLinks(document).filter(({inContents}) => inContents)
  const listed = new Map(entries.flatMap((entry) => [entry.fragment, inlineText(entry.node)].map((text) => [key(text), entry] as const)))
  let above: LocalLink | undefined
  return document.candidates.flatMap((candidate) => {
    const slug = anchors.at(candidate.position.start.offset ?? -1)
    if (slug === undefined) return []
    const entry = listed.get(key(slug)) ?? listed.get(key(stemOf(candidate)))
    if (entry) above = entry
    return entry ? [] : [{candidate, slug, above}]
  })
}

/** Ordinals may stand on either side only. */
function key(text: string): string {
  return skeleton(text).replace(/^\d+/, '')
}

/** A bullet of its own below one that holds nothing but an entry. Numbered lists and tables would have to be counted again. */
function bulletBelow({file}: LintDocument, {node}: LocalLink, entry: string): Edit | undefined {
  const source = String(file)
  const {start, end} = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  const bullet = source.slice(start.offset - start.column + 1, start.offset)
  const rest = /^[ \t]*(\r\n|\n|\r)/.exec(source.slice(end.offset, end.offset + 100))
  if (!/^[ \t]*[-*+][ \t]+$/.test(bullet) || !rest?.[1]) return undefined
  const at = end.offset + rest[0].length
  return {start: at, end: at, text: bullet + entry + rest[1]}
}
