import {exactKey} from '../question-key.ts'
import type {Rule} from '../rule.ts'
import {stemPlace} from '../stem-of.ts'

/**
 * The same question twice, in one file or in two: a learner meets it twice, and two answers soon disagree.
 * Marks, case and spacing make no difference; the same stem over other code or other options is another question.
 *
 * @example
 * ```markdown
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 *
 * ## What is a *topic*?
 *
 * Where producers write.
 * ```
 *
 * @example
 * ```markdown
 * ## What is a topic?
 *
 * A named log, where producers write.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 * ```
 */
export const duplicateQuestion: Rule = {
  id: 'duplicate-question',
  severity: 'warning',
  check(documents, report) {
    const asked = documents.flatMap((document) => document.candidates.map((candidate) => ({document, candidate})))
    const groups = Map.groupBy(asked, ({candidate}) => exactKey(candidate))
    groups.delete('')
    for (const [first, ...repeats] of groups.values())
      for (const {document, candidate} of repeats)
        report({
          document,
          place: stemPlace(candidate),
          reason: 'Unexpected question asked before, expected one card per question',
          cause: first && {
            reason: first.document === document ? 'First asked here' : `First asked in \`${first.document.file.path}\``,
            place: stemPlace(first.candidate)
          },
          note: 'Merge the two answers, or say in the question what differs: `What is a topic *in JMS*?`'
        })
  }
}
