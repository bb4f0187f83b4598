import type {VFileMessage} from 'vfile-message'
import {addProblem, type RuleLevel} from '../report/problem.ts'
import {controlMessages, reportUnknownRules} from './control-messages.ts'
import type {Edit, Finding, LintDocument, Rule} from './rule.ts'
import {rules as allRules} from './rules.ts'

export interface LintOptions {
  /** Levels of the command line: they take the place of those in front matter. */
  readonly levels?: Readonly<Record<string, RuleLevel>>
  /** @default all */
  readonly rules?: readonly Rule[]
}

/** A finding that can be repaired without asking. */
export interface Repairable {
  readonly document: LintDocument
  readonly message: VFileMessage
  readonly edit: Edit
}

/**
 * Checks study material, files with cards: messages land on the files, of each rule the worst first. Then levels and comments have
 * their say over these messages and those of other phases with the id of a rule.
 *
 * @returns What can be repaired and was not switched off, in the order of the rules.
 */
export function lint(documents: readonly LintDocument[], {levels = {}, rules = allRules}: LintOptions = {}): readonly Repairable[] {
  const withCards = documents.filter(({candidates}) => candidates.length > 0)
  const repairable = rules.flatMap((rule) => {
    const findings: Finding[] = []
    rule.check?.(withCards, (finding) => findings.push(finding))
    return findings
      .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
      .flatMap((finding) => {
        const {document, place, reason, note, cause, repair} = finding
        const message = addProblem(document.file, {severity: rule.severity, ruleId: rule.id, reason, place, note, cause})
        return repair ? [{document, message, edit: repair}] : []
      })
  })
  const ids = rules.map(({id}) => id)
  for (const document of documents) reportUnknownRules(document, ids)
  for (const document of documents) controlMessages(document, {ids, levels: {...document.levels, ...levels}})
  const told = new Set(documents.flatMap(({file}) => file.messages))
  return repairable.filter(({message}) => told.has(message))
}
