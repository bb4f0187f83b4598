import type {Point, Position} from 'unist'
import type {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'

export type Severity = 'error' | 'warning' | 'info'

/** What an author says of a rule. */
export type RuleLevel = Severity | 'off'

const levels: readonly RuleLevel[] = ['off', 'info', 'warning', 'error']

/** Reads a level as written; YAML's `false` is `off`. */
export function readLevel(value: unknown): RuleLevel | undefined {
  return value === false ? 'off' : levels.find((level) => level === value)
}

/** What is wrong in a source, where, and what its author can do. */
export interface Problem {
  readonly severity: Severity
  /** Also the anchor of its row in docs/problems.md. */
  readonly ruleId: string
  /** "Unexpected <actual>, expected <wanted>": one line, no final period. */
  readonly reason: string
  readonly place?: Position | Point | undefined
  /** What to do, with the repaired Markdown where that is short. */
  readonly note?: string | undefined
  /** The other place, where the trouble takes two. */
  readonly cause?: {readonly reason: string; readonly place?: Position | undefined} | undefined
}

/** Puts a problem on its file; nothing is thrown, the run goes on and reports all of them. */
export function addProblem(file: VFile, problem: Problem): VFileMessage {
  const message = file.message(problem.reason, {
    place: problem.place,
    ruleId: problem.ruleId,
    source: 'cardpress',
    ...(problem.cause && {cause: new VFileMessage(problem.cause.reason, {place: problem.cause.place})})
  })
  setSeverity(message, problem.severity)
  if (problem.note) message.note = problem.note
  return message
}

/** Severity in the words of VFile: an error is fatal, a warning is not, a remark says neither. */
export function setSeverity(message: VFileMessage, severity: Severity): void {
  message.fatal = {error: true, warning: false, info: undefined}[severity]
}
