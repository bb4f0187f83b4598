import {listReading} from '../list-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * List items that ask and are not answered; questions nested below one belong to it.
 *
 * @example
 * ```markdown
 * ## Kafka interview questions
 *
 * - What is a topic?
 * - How do consumers share partitions?
 *   - What happens when one of them stops?
 * - Explain log compaction.
 * - When would you choose a queue instead?
 * ```
 */
export const bareQuestion: Recogniser = {
  id: 'bare-question',
  recognise: (survey) => listReading('bare-question', survey)
}
