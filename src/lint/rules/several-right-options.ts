import type {Rule} from '../rule.ts'
import {stemOf, stemPlace} from '../stem-of.ts'

/** Words that ask for one option and leave no doubt. */
const asksForOne =
  /\b(?:which|choose|select|pick|mark)\s+(?:the\s+)?(?:only\s+)?one\b|\bonly one\b|\bsingle (?:best )?(?:answer|choice|option)\b|\bthe (?:best|correct|right|only|most \w+) (?:answer|option|choice)\b|(?:elige|selecciona|escolha|selecione) (?:una?|uma)\b|單選|单选|单项选择/iu

/**
 * More than one right option where the question asks for one.
 *
 * @example
 * ```markdown
 * #### Q1. Which one leads a partition?
 *
 * - [x] A broker
 * - [x] A consumer
 * - [ ] A producer
 * ```
 *
 * @example
 * ```markdown
 * #### Q1. Which one leads a partition?
 *
 * - [x] A broker
 * - [ ] A consumer
 * - [ ] A producer
 * ```
 */
export const severalRightOptions: Rule = {
  id: 'several-right-options',
  severity: 'warning',
  check(documents, report) {
    for (const document of documents)
      for (const candidate of document.candidates) {
        const right = candidate.options.filter((option) => option.right).length
        if (right > 1 && asksForOne.test(stemOf(candidate)))
          report({
            document,
            place: stemPlace(candidate),
            reason: `Unexpected ${right} right options where one is asked for, expected one`,
            note: 'Uncheck the others, or ask for several: `Which of these ..?`'
          })
      }
  }
}
