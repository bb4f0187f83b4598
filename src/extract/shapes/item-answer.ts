import {listReading} from '../list-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * List items that ask, answered by what is nested in them or stands below them.
 *
 * @example
 * ```markdown
 * 1. What is a topic?
 *    - A named log.
 * 2. What is a partition?
 *    - A piece of a topic.
 * 3. How long do records stay?
 *    - As long as `retention.ms` says.
 * ```
 */
export const itemAnswer: Recogniser = {
  id: 'item-answer',
  recognise: (survey) => listReading('item-answer', survey)
}
