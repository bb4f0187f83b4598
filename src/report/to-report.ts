import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {reporter} from 'vfile-reporter'
import {type Summary, summarise} from './summarise.ts'

export interface ReportOptions {
  /** Every message with its note; else one line a rule and file: the worst, and how many there are. @default false */
  readonly all?: boolean
  readonly color?: boolean
}

/**
 * The problems of all files as text, files without any left out, in the manner of vfile-reporter.
 * A loved README of 400 questions must not answer with 300 lines, so likes are counted and remarks have no notes.
 */
export function toReport(files: readonly VFile[], {all = false, color = false}: ReportOptions = {}): string {
  const found = files.filter((file) => file.messages.length > 0)
  const shown = all ? found : found.map((file) => withMessages(file, summarise(file).map(toLine)))
  const hidden = shown.length > 0 && found.some((file, index) => file.messages.length > (shown[index]?.messages.length ?? 0))
  const report = shown.length === 0 ? '' : reporter(shown, {color, quiet: true, verbose: true}).trimEnd()
  return hidden ? `${report}\n\n\`--all\` lists every one.` : report
}

function toLine({message, count}: Summary): VFileMessage {
  const {note, cause, ...rest} = message
  const reason = count > 1 ? `${message.reason} (1 of ${count})` : message.reason
  const calm = message.fatal === undefined || count > 1
  return Object.assign(Object.create(Object.getPrototypeOf(message)), rest, {
    message: reason,
    reason,
    stack: undefined,
    ...(!calm && {...(note !== undefined && {note}), ...(cause !== undefined && {cause})})
  })
}

function withMessages(file: VFile, messages: readonly VFileMessage[]): VFile {
  return Object.assign(Object.create(Object.getPrototypeOf(file)), file, {messages})
}
