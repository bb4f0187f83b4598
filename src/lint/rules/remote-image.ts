import type {Rule} from '../rule.ts'

/**
 * A picture on another machine. Nothing is fetched while building, so the card shows its description instead: a deck that
 * must last for years can't hang on a server. `--fetch` fetches it after all.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## How does a record travel?
 *
 * ![From producer to broker](https://example.org/travel.png)
 * ```
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
export const remoteImage: Rule = {id: 'remote-image', severity: 'info'}
