import type {Html} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFileMessage} from 'vfile-message'
import {closest} from '../guide/closest.ts'
import {addProblem, type RuleLevel, setSeverity} from '../report/problem.ts'
import type {LintDocument} from './rule.ts'

/** `<!-- cardpress-disable long-answer -->` and the like; without an id it speaks of all rules. */
const comment = /^<!--\s*cardpress-(disable-next-line|disable|enable)\b([\s\S]*?)-->/

interface Mark {
  readonly word: string
  readonly ids: readonly string[]
  /** Of the comment. */
  readonly startLine: number
  /** The line that `disable-next-line` speaks of: the next that is not blank. */
  readonly nextLine: number
}

/**
 * Takes messages of rules off a file that its author switched off by level or comment, and gives the rest the severity that was
 * asked for. Messages with other ids are facts of the run (a file that can't be read) and stay.
 */
export function controlMessages(
  document: LintDocument,
  {ids, levels}: {readonly ids: readonly string[]; readonly levels: Readonly<Record<string, RuleLevel>>}
): void {
  const {file} = document
  const marks = marksOf(document)
  const known = new Set(ids)
  file.messages = file.messages.filter((message) => !known.has(message.ruleId ?? '') || !isOff(message, marks, levels))
  for (const message of file.messages) {
    const level = known.has(message.ruleId ?? '') ? levels[message.ruleId ?? ''] : undefined
    if (level !== undefined && level !== 'off') setSeverity(message, level)
  }
}

/** Warns of ids in front matter and comments that no rule has: what they were to switch off is still on. */
export function reportUnknownRules(document: LintDocument, ids: readonly string[]): void {
  const named = [
    ...Object.keys(document.levels).map((id) => ({id, place: undefined})),
    ...marksOf(document).flatMap((mark) => mark.ids.map((id) => ({id, place: {line: mark.startLine, column: 1}})))
  ]
  for (const {id, place} of named) {
    if (ids.includes(id)) continue
    const meant = closest(id, ids)
    addProblem(document.file, {
      severity: 'warning',
      ruleId: 'unknown-rule',
      reason: `Unexpected rule \`${id}\`, expected ${meant ? `\`${meant}\`` : 'the id of one in docs/rules.md'}`,
      place
    })
  }
}

function isOff({ruleId, line}: VFileMessage, marks: readonly Mark[], levels: Readonly<Record<string, RuleLevel>>): boolean {
  if (levels[ruleId ?? ''] === 'off') return true
  if (line === undefined) return false
  const own = marks.filter(({ids}) => ids.length === 0 || ids.includes(ruleId ?? ''))
  if (own.some((mark) => mark.word === 'disable-next-line' && mark.nextLine === line)) return true
  return own.findLast((mark) => mark.word !== 'disable-next-line' && mark.startLine <= line)?.word === 'disable'
}

function marksOf({file, tree}: LintDocument): readonly Mark[] {
  const source = String(file)
  if (!source.includes('cardpress-')) return []
  const lines = source.split(/\r\n|\n|\r/)
  const marks: Mark[] = []
  visit(tree, 'html', ({value, position}: Html) => {
    const [, word, names] = comment.exec(value) ?? []
    if (word === undefined || names === undefined || !position) return
    const {start, end} = position
    const below = lines.findIndex((line, index) => index >= end.line && line.trim() !== '')
    marks.push({word, ids: names.split(/[\s,]+/).filter(Boolean), startLine: start.line, nextLine: below + 1})
  })
  return marks
}
