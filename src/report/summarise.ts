import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** A message with the number of its likes in the same file, itself included. */
export interface Summary {
  readonly message: VFileMessage
  readonly count: number
}

/** One message a rule and severity, in the order of a file's messages: rules put their worst finding first. */
export function summarise({messages}: VFile): readonly Summary[] {
  const groups = Map.groupBy(messages, ({ruleId, fatal}) => `${ruleId} ${fatal}`)
  return [...groups.values()].flatMap((group) => (group[0] ? [{message: group[0], count: group.length}] : []))
}
