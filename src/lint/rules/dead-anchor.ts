import {inlineText} from '../../mdast/inline-text.ts'
import {type Anchors, anchorsOf} from '../anchors.ts'
import {type LocalLink, localLinks} from '../local-links.ts'
import type {Edit, LintDocument, Rule} from '../rule.ts'
import {sourceOf} from '../source-of.ts'

/**
 * A link to a place in the same file that is not there, by the rules of GitHub. Where most links of a file follow the rules of
 * another program (hyphens made one, punctuation kept), these are taken.
 * An entry of the contents without its question is told by `contents-without-question`.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## What is a topic?
 *
 * A named log of [partitions](#what-is-a-partition).
 *
 * ## What is a partition?
 *
 * A piece of a [topic](#What_is_a_topic).
 * ```
 */
export const deadAnchor: Rule = {
  id: 'dead-anchor',
  severity: 'warning',
  check(documents, report) {
    for (const document of documents) {
      const anchors = anchorsOf(document)
      const links = localLinks(document)
      const dead = links.filter(({fragment}) => !anchors.has(fragment))
      const otherRules = dead.filter(({fragment}) => anchors.nearest(fragment) !== undefined).length * 2 > links.length
      for (const link of dead) {
        const meant = targetOf(link, anchors)
        if ((link.inContents && meant === undefined) || (otherRules && meant !== undefined)) continue
        report({
          document,
          place: link.node.position,
          reason: `Unexpected link to \`#${link.fragment}\`, expected ${meant === undefined ? 'a heading or id of this file' : `\`#${meant}\``}`,
          repair: meant === undefined ? undefined : replaceFragment(document, link, meant)
        })
      }
    }
  }
}

/** The one heading whose words the fragment or the link's text has. */
export function targetOf({fragment, node}: LocalLink, anchors: Anchors): string | undefined {
  return anchors.nearest(fragment) ?? anchors.nearest(inlineText(node))
}

/** None for a link whose address stands elsewhere: more links may share it. */
function replaceFragment(document: LintDocument, {node, fragment}: LocalLink, meant: string): Edit | undefined {
  const at = sourceOf(document, node.position).lastIndexOf(`#${fragment}`)
  const start = (node.position?.start.offset ?? 0) + at + 1
  return at === -1 ? undefined : {start, end: start + fragment.length, text: meant}
}
