import type {VFile} from 'vfile'
import type {Candidate} from '../guide/candidate.ts'
import {addProblem} from '../report/problem.ts'

/** Ids that two questions of a file have in the source: which one of them a learner's progress belongs to, only the author knows. */
export function reportDuplicateIds(candidates: readonly Candidate[], file: VFile): void {
  const first = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const {id, position} = candidate
    if (id === undefined) continue
    const twin = first.get(id)
    if (!twin) first.set(id, candidate)
    else
      addProblem(file, {
        severity: 'error',
        ruleId: 'duplicate-id',
        reason: `Unexpected id \`${id}\` that the question in line ${twin.position.start.line} has too, expected one of its own`,
        place: position,
        note: 'Take it off the copy: without an id in the source a question gets one of its own.',
        cause: {reason: 'First used here', place: twin.position}
      })
  }
}
