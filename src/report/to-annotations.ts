import type {VFile} from 'vfile'
import {summarise} from './summarise.ts'

/**
 * Problems as commands that GitHub Actions shows beside the lines of a pull request, one a line.
 * One of a kind and file unless `all`: GitHub shows ten of a step.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toAnnotations(files: readonly VFile[], {all = false}: {all?: boolean} = {}): string {
  return files
    .flatMap((file) => {
      const found = all ? file.messages.map((message) => ({message, count: 1})) : summarise(file)
      return found.map(({message: {fatal, ruleId, reason, line, column, note}, count}) => {
        const level = fatal === true ? 'error' : fatal === false ? 'warning' : 'notice'
        const properties = {file: file.path, line, col: column, title: ruleId}
        const listed = Object.entries(properties).flatMap(([key, value]) =>
          value === undefined ? [] : [`${key}=${escapeProperty(`${value}`)}`]
        )
        const text = [count > 1 ? `${reason} (1 of ${count})` : reason, ...(note === undefined ? [] : [note])].join('\n')
        return `::${level} ${listed.join(',')}::${escapeData(text)}`
      })
    })
    .join('\n')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
