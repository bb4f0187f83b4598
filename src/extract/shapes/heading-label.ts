import {headingReading} from '../heading-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * A heading with a labelled answer below it; one label is evidence enough.
 *
 * @example
 * ```markdown
 * ### 1. **What is a topic?**
 *    **Answer:**
 *    A named log that producers append to.
 * ```
 */
export const headingLabel: Recogniser = {
  id: 'heading-label',
  recognise: (survey) => headingReading('heading-label', survey)
}
