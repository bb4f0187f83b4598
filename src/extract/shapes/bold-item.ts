import {listReading} from '../list-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * A list item whose emphasised beginning asks, answered by what follows it in the item.
 *
 * @example
 * ```markdown
 * - **What is a topic?** - A named log.
 * - **What is a partition?** A piece of a topic.
 * - **How long do records stay?**
 *
 *   As long as `retention.ms` says.
 * ```
 */
export const boldItem: Recogniser = {
  id: 'bold-item',
  recognise: (survey) => listReading('bold-item', survey)
}
