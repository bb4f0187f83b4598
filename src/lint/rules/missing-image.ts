import type {Rule} from '../rule.ts'

/**
 * A local picture that is not there. The card shows its description instead. Told wherever pictures are read, by `build` too.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## How does a record travel?
 *
 * ![From producer to broker](images/travel.png)
 * ```
 */
export const missingImage: Rule = {id: 'missing-image', severity: 'warning'}
