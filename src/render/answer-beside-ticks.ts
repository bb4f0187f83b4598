import type {RootContent} from 'mdast'
import type {Card} from '../guide/card.ts'
import {namesLettersOnly} from './names-letters-only.ts'

/** The answer of a card without a first block that says no more than the marked options do ("D" above its explanation). */
export function answerBesideTicks({answer, options}: Pick<Card, 'answer' | 'options'>): readonly RootContent[] {
  const [first, ...rest] = answer
  const marked = options.some(({right}) => right)
  return first && marked && first.type === 'paragraph' && namesLettersOnly([first]) ? rest : answer
}
