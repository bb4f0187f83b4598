import {headingReading} from '../heading-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * A heading that asks, answered by what stands below it up to the next heading of its level.
 *
 * @example
 * ```markdown
 * ## What is a topic?
 *
 * A named log that producers append to.
 *
 * ## What is a partition?
 *
 * A piece of a topic that one broker leads.
 *
 * ## Retention
 *
 * How long records stay.
 * ```
 */
export const headingQuestion: Recogniser = {
  id: 'heading-question',
  recognise: (survey) => headingReading('heading-question', survey)
}
