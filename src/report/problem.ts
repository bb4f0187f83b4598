import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'

export type Severity = 'error' | 'warning' | 'info'

/** What is wrong in a source, where, and what its author can do. */
export interface Problem {
  readonly severity: Severity
  /** Also the anchor of its row in docs/problems.md. */
  readonly ruleId: string
  /** "Unexpected <actual>, expected <wanted>": one line, no final period. */
  readonly reason: string
  readonly place?: Position | {line: number; column: number} | undefined
  /** What to do, with the repaired Markdown where that is short. */
  readonly note?: string | undefined
  /** The other place, where the trouble takes two. */
  readonly cause?: {reason: string; place?: Position | undefined} | undefined
}

/** Puts a problem on its file; nothing is thrown, the run goes on and reports all of them. */
export function addProblem(file: VFile, problem: Problem): void {
  const message = file.message(problem.reason, {
    place: problem.place,
    ruleId: problem.ruleId,
    source: 'cardpress',
    ...(problem.cause && {cause: new VFileMessage(problem.cause.reason, {place: problem.cause.place})})
  })
  message.fatal = {error: true, warning: false, info: undefined}[problem.severity]
  if (problem.note) message.note = problem.note
}
