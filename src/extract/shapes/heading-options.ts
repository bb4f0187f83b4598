import {headingReading} from '../heading-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * A heading with lettered choices below it, the answer often folded away.
 *
 * @example
 * ```markdown
 * ###### 1. Who leads a partition?
 *
 * - A: A broker
 * - B: A consumer
 *
 * <details><summary><b>Answer</b></summary>
 *
 * #### Answer: A
 *
 * Exactly one broker leads each partition.
 *
 * </details>
 * ```
 */
export const headingOptions: Recogniser = {
  id: 'heading-options',
  recognise: (survey) => headingReading('heading-options', survey)
}
