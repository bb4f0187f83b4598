import {exactKey, questionKey} from '../question-key.ts'
import type {Rule} from '../rule.ts'
import {stemOf, stemPlace} from '../stem-of.ts'

/**
 * A question that an earlier one asks in other words: "Explain topics." after "What is a topic?". Words that only put a question,
 * the plural, and the order in a comparison make no difference. Told for questions without code, pictures or options of their own.
 *
 * @example
 * ```markdown
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What is the difference between a topic and a queue?
 *
 * A record in a queue is read once.
 *
 * ## Explain topics
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
 * ## What is the difference between a topic and a queue?
 *
 * A record in a queue is read once.
 * ```
 */
export const similarQuestion: Rule = {
  id: 'similar-question',
  severity: 'info',
  check(documents, report) {
    const asked = documents.flatMap((document) =>
      document.candidates
        .filter(({question, options}) => question.length === 1 && options.length === 0)
        .map((candidate) => ({document, candidate}))
    )
    const groups = Map.groupBy(asked, ({candidate}) => questionKey(stemOf(candidate)))
    groups.delete('')
    for (const [first, ...others] of groups.values()) {
      const told = new Set(first && [exactKey(first.candidate)])
      for (const {document, candidate} of others) {
        const own = exactKey(candidate)
        if (told.has(own)) continue // Letter by letter: duplicate-question tells it.
        told.add(own)
        report({
          document,
          place: stemPlace(candidate),
          reason: 'Unexpected question much like an earlier one, expected one card per question',
          cause: first && {
            reason: `${first.document === document ? 'Asked' : `In \`${first.document.file.path}\`, asked`} before: ${stemOf(first.candidate)}`,
            place: stemPlace(first.candidate)
          },
          note: 'Merge the two answers, or say in the question what differs.'
        })
      }
    }
  }
}
