import {headingReading} from '../heading-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * A heading with check boxes below it, the right ones checked.
 *
 * @example
 * ```markdown
 * #### Q1. Who leads a partition?
 *
 * - [x] A broker
 * - [ ] A consumer
 * ```
 */
export const taskOptions: Recogniser = {
  id: 'task-options',
  recognise: (survey) => headingReading('task-options', survey)
}
