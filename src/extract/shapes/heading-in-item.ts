import {headingReading} from '../heading-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * A heading at the start of a list item, answered by the rest of the item, up to a link to the top.
 *
 * @example
 * ```markdown
 * 1. ### What is a topic?
 *
 *    A named log that producers append to.
 *
 *    **[⬆ Back to top](#contents)**
 *
 * 2. ### What is a partition?
 *
 *    A piece of a topic that one broker leads.
 *
 *    **[⬆ Back to top](#contents)**
 *
 * 3. ### How long do records stay?
 *
 *    As long as `retention.ms` says.
 * ```
 */
export const headingInItem: Recogniser = {
  id: 'heading-in-item',
  recognise: (survey) => headingReading('heading-in-item', survey)
}
