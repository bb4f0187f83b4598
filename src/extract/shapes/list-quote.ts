import {listReading} from '../list-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * List items that ask, each answered by a quotation.
 *
 * @example
 * ```markdown
 * 1. What is a topic?
 *    > A named log.
 * 2. What is a partition?
 *    > A piece of a topic.
 * 3. How long do records stay?
 *    > As long as `retention.ms` says.
 * ```
 */
export const listQuote: Recogniser = {
  id: 'list-quote',
  recognise: (survey) => listReading('list-quote', survey)
}
