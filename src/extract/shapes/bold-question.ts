import {boldReading} from '../bold-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * An emphasised paragraph that asks, answered by what stands below it up to the next one or a heading.
 *
 * @example
 * ```markdown
 * ## Topics
 *
 * **What is a topic? 👶**
 *
 * A named log.
 *
 * **What is a partition? 👶**
 *
 * A piece of a topic.
 *
 * **How long do records stay? 🚀**
 *
 * As long as `retention.ms` says.
 * ```
 */
export const boldQuestion: Recogniser = {
  id: 'bold-question',
  recognise: (survey) => boldReading('bold-question', survey)
}
