import type {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import {exitCode} from '../report/exit-code.ts'
import {placeInCells} from '../report/place-in-cells.ts'
import {toReport} from '../report/to-report.ts'
import {terminal} from './host.ts'

/** Switches that every command has. */
export interface CommonOptions {
  readonly quiet: boolean
  readonly json: boolean
  readonly strict: boolean
  readonly all: boolean
}

/** Lists the problems of all files and settles the exit code of the process. Remarks (`info`) belong to `check`; a build that went well is silent about them. */
export function finish(
  files: readonly VFile[],
  {quiet, all, strict, json}: CommonOptions,
  {remarks = true}: {remarks?: boolean} = {}
): void {
  for (const file of files) {
    placeInCells(file)
    if (!remarks && !all) file.messages = file.messages.filter(({fatal}) => fatal !== undefined)
  }
  const shown = quiet || json ? files.filter(({messages}) => messages.some(({fatal}) => fatal === true)) : files
  const report = json ? '' : toReport(shown, {all, color: terminal.hasColor()})
  if (report) terminal.printError(report)
  terminal.exitWith(exitCode(files, {strict}))
}

/** A problem as data for `--json`: all that the text says. */
export function toJson({messages, path}: VFile): readonly object[] {
  return messages.map(({fatal, ruleId, reason, line, column, place, note, cause}) => {
    const end = place && 'end' in place ? place.end : undefined
    return {
      path,
      line,
      column,
      ...(end && {endLine: end.line, endColumn: end.column}),
      severity: fatal === true ? 'error' : fatal === false ? 'warning' : 'info',
      ruleId,
      reason,
      ...(note !== undefined && {note}),
      ...(cause instanceof VFileMessage && {cause: {line: cause.line, column: cause.column, reason: cause.reason}})
    }
  })
}
