import {headingReading} from '../heading-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * A heading whose answer is folded under a summary that says nothing but so.
 *
 * @example
 * ````markdown
 * ### What does this print?
 *
 * ```js
 * console.log(typeof null)
 * ```
 *
 * <details>
 * <summary>View answer</summary>
 *
 * `object`
 *
 * </details>
 * ````
 */
export const hiddenAnswer: Recogniser = {
  id: 'hidden-answer',
  recognise: (survey) => headingReading('hidden-answer', survey)
}
