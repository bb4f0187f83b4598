import type {RootContent} from 'mdast'
import type {Survey} from './survey.ts'
import type {Turn} from './turns.ts'

/** A turn with the code that its question speaks of, which stands above it. */
export interface TurnBelowCode extends Turn {
  readonly above: readonly RootContent[]
}

/**
 * Gives code back to the question below it, where nearly all labelled questions of a document stand right below code, the first too:
 * `f(12)`, then "Question: What does it return?".
 */
export function withCodeAbove(turns: readonly Turn[], {blocks}: Survey): readonly TurnBelowCode[] {
  const byLine = new Map(blocks.map(({node}, at) => [node.position?.start.line, blocks[at - 1]?.node]))
  const codeOf = (turn: Turn | undefined): RootContent | undefined => {
    const above = turn?.role === 'question' ? byLine.get(turn.position?.start.line) : undefined
    return above?.type === 'code' ? above : undefined
  }
  const questions = turns.filter(({role}) => role === 'question')
  const below = questions.filter((turn) => codeOf(turn) !== undefined).length
  const usual = questions.length >= 3 && codeOf(questions[0]) !== undefined && below >= questions.length * 0.8
  return turns.map((turn, at) => {
    const [own, next] = usual ? [codeOf(turn), codeOf(turns[at + 1])] : []
    return {...turn, above: own ? [own] : [], blocks: next && turn.blocks.at(-1) === next ? turn.blocks.slice(0, -1) : turn.blocks}
  })
}
