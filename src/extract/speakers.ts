import {answerLabel, questionLabel} from './answer-label.ts'
import {asks} from './asks.ts'

/** Names of the two sides of a conversation. */
export interface Speakers {
  readonly asks: string
  readonly answers: string
}

/** One or two words with a colon at the start of a line or an item, then what is said. */
const turn =
  /^(?:[\s>]|[-*+]\s|\d{1,4}[.)]\s)*[*_]{0,3}(\p{L}[\p{L}\p{M}'’.-]{0,20}(?: [\p{L}\p{M}'’.-]{1,20})?)[*_]{0,3}\s?[:：][*_]{0,3}\s+(\S.*)$/u

/**
 * Two names that take turns from the first line on, three times or more, of which the first asks mostly and the second hardly.
 * Labels with a meaning of their own ("Q", "Answer") are no names.
 */
export function speakersOf(lines: readonly string[]): Speakers | undefined {
  const said = lines.flatMap((line) => {
    const [, name = '', text = ''] = turn.exec(line) ?? []
    return name === '' || questionLabel.test(`${name}:`) || answerLabel.test(`${name}:`) ? [] : [{name, asks: asks(text) >= 0.8}]
  })
  const counts = Map.groupBy(said, ({name}) => name)
  const [first, second, third] = [...counts].filter(([, turns]) => turns.length >= 2)
  if (!first || !second || third || first[1].length < 2 || second[1].length < 2) return undefined
  const turns = said.filter(({name}) => name === first[0] || name === second[0])
  const changes = turns.filter(({name}, at) => at > 0 && name !== turns[at - 1]?.name).length
  const asking = (all: readonly {asks: boolean}[]) => all.filter((one) => one.asks).length / all.length
  const takesTurns = turns.length >= 5 && changes >= (turns.length - 1) * 0.8
  return takesTurns && asking(first[1]) >= 0.6 && asking(second[1]) <= asking(first[1]) - 0.3
    ? {asks: first[0], answers: second[0]}
    : undefined
}
