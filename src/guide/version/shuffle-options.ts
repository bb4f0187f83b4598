import type {RootContent} from 'mdast'
import {toPlainText} from '../../mdast/to-plain-text.ts'
import type {Card} from '../card.ts'
import {inDrawnOrder} from '../in-drawn-order.ts'

/** "All of the above", "None of these": belongs where it stands. */
const LAST_WORD =
  /^\W*(?:(?:all|none|any|neither|both)\s+(?:of\s+)?(?:the\s+|these|them|those)|alle\s+(?:antworten|genannten)|keine?\s+(?:der|davon)|toutes?\s|aucune?\s|todas?\s+las|ninguna)/i

/** Words by which one option speaks of another. */
const OTHERS = /\b(?:above|below|previous|preceding|former|latter|oben|unten|ci-dessus|anteriores?)\b/i

/** A letter that names an option: `B`, `(A)`, `option A`, `A and C`. A lone A is an article in English. */
const LETTER =
  /(?<![\p{L}\p{N}'’-])(?:[B-J](?![\p{L}\p{N}'’+#-])|\(A\)|A[):]|(?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?)\s+A\b|A\s*(?:,|and|or|&|\/|und|oder|et|ou|y|o|e)\s*[B-J]\b)/u

/**
 * The card with its options in an order drawn by lot. "All of the above" stays in its place; all stay where texts speak of options by
 * letter or place, since these would be wrong then.
 */
export function shuffleOptions(card: Card, lot: string): Card {
  if (card.options.length < 2 || namesOptions(card)) return card
  const free = card.options.flatMap((option, index) => (LAST_WORD.test(textOf(option.content)) ? [] : [index]))
  const drawn = inDrawnOrder(free, (index) => `${card.id} ${index}`, lot)
  const order = new Map(free.map((place, index) => [place, drawn[index] ?? place]))
  return {...card, options: card.options.map((option, index) => card.options[order.get(index) ?? index] ?? option)}
}

/** Whether a text of the card would be wrong with its options in another order. */
function namesOptions({question, options, answer, explanation}: Card): boolean {
  const texts = options.map(({content}) => textOf(content)).filter((text) => !LAST_WORD.test(text))
  return (
    texts.some((text) => OTHERS.test(text) || LETTER.test(text)) ||
    [question, answer, explanation].some((nodes) => LETTER.test(textOf(nodes)))
  )
}

function textOf(nodes: readonly RootContent[]): string {
  return toPlainText({type: 'root', children: [...nodes]})
}
