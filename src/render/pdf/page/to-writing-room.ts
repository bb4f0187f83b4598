import type {Card} from '../../../guide/card.ts'
import {toPlainText} from '../../../mdast/to-plain-text.ts'
import {textWidth} from './text-width.ts'

/** Room to write an answer by hand. */
export interface WritingRoom {
  /** Ruled lines for words. */
  readonly lines: readonly number[]
  /** Rows of dots for code. */
  readonly rows: readonly number[]
}

/** Characters that a hand puts on a line across the page. */
const HAND_COLUMNS = 60
const FEWEST_LINES = 2
const MOST_LINES = 12
const MOST_ROWS = 18

/** Room for what the answer needs, said briefly; none where options are ticked or gaps filled. */
export function toWritingRoom({kind, answer}: Card): WritingRoom {
  if (kind === 'mcq' || kind === 'cloze') return {lines: [], rows: []}
  const code = answer.filter((node) => node.type === 'code')
  const words = textWidth(toPlainText({type: 'root', children: answer.filter((node) => node.type !== 'code')}))
  const rows = code.reduce((sum, node) => sum + node.value.split('\n').length, 0)
  // An answer by hand takes half the words of one that explains.
  const lines = Math.ceil(words / 2 / HAND_COLUMNS)
  const wanted = words === 0 && rows > 0 ? 0 : Math.max(lines, kind === 'unanswered' ? 4 : FEWEST_LINES)
  return {lines: count(Math.min(wanted, MOST_LINES)), rows: count(Math.min(rows, MOST_ROWS))}
}

/** 1, 2, ..., for templates to loop over. */
function count(length: number): readonly number[] {
  return Array.from({length}, (_, index) => index + 1)
}
