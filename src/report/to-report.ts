import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {reporter} from 'vfile-reporter'

export interface ReportOptions {
  /** Every message; else one a rule and file (its first, the worst severity) with the number of its likes. @default false */
  readonly all?: boolean
  readonly color?: boolean
}

/**
 * The problems of all files as text, files without any left out, in the manner of vfile-reporter.
 * A loved README of 400 questions must not answer with 300 lines, so likes are counted and not listed.
 */
export function toReport(files: readonly VFile[], {all = false, color = false}: ReportOptions = {}): string {
  const shown = files.filter((file) => file.messages.length > 0).map((file) => (all ? file : summarised(file)))
  return shown.length === 0 ? '' : reporter(shown, {color, quiet: true, verbose: true}).trimEnd()
}

function summarised(file: VFile): VFile {
  const byRule = Map.groupBy(file.messages, (message) => `${message.ruleId} ${message.fatal}`)
  const messages = [...byRule.values()].flatMap(([first, ...likes]) => (first ? [withLikes(first, likes)] : []))
  return Object.assign(Object.create(Object.getPrototypeOf(file)), file, {messages})
}

function withLikes(message: VFileMessage, likes: readonly VFileMessage[]): VFileMessage {
  if (likes.length === 0) return message
  const lines = likes.slice(0, 3).map((like) => like.line)
  const more = `And ${likes.length} more like it (line ${lines.join(', ')}${likes.length > 3 ? ', ..' : ''}); \`--all\` lists each.`
  return Object.assign(Object.create(Object.getPrototypeOf(message)), message, {note: [message.note, more].filter(Boolean).join('\n')})
}
