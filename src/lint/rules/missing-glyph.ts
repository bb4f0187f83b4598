import type {Rule} from '../rule.ts'

/**
 * A character that no font of the print has: paper would show a box. Told when a PDF is made, because only then fonts are asked.
 *
 * @example
 * ```markdown
 * # Kafka interview questions
 *
 * ## How do scribes of Ur write "topic"?
 *
 * They write 𒁾.
 * ```
 */
export const missingGlyph: Rule = {id: 'missing-glyph', severity: 'warning'}
