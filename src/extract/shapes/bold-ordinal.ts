import {boldReading} from '../bold-reading.ts'
import type {Recogniser} from '../recogniser.ts'

/**
 * Paragraphs that begin with emphasised numbers in order: exercises, their solutions below them.
 *
 * @example
 * ```markdown
 * # SQL interview questions
 *
 * **1)** The number of orders.
 *
 * `SELECT count(*) FROM orders`
 *
 * **2) Buyers.** The customers with an order.
 *
 * `SELECT DISTINCT customer FROM orders`
 *
 * **3)** The newest order of each customer.
 *
 * `SELECT customer, max(day) FROM orders GROUP BY customer`
 *
 * **4)** The day of the first order.
 *
 * `SELECT min(day) FROM orders`
 * ```
 */
export const boldOrdinal: Recogniser = {
  id: 'bold-ordinal',
  recognise: (survey) => boldReading('bold-ordinal', survey)
}
