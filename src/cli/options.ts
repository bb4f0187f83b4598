import type {Argv} from 'yargs'
import {recognisers} from '../extract/recognisers.ts'
import {closest} from '../guide/closest.ts'
import type {CommonOptions} from './finish.ts'

/** The bare `-` of standard input, which yargs drops, travels as this word. */
const stdinWord = 'cardpress:stdin'

/** Hides `-` from yargs. */
export function hideStdin(args: readonly string[]): string[] {
  return args.map((arg) => (arg === '-' ? stdinWord : arg))
}

/** Puts `-` back. */
export function revealStdin(paths: readonly string[]): string[] {
  return paths.map((path) => (path === stdinWord ? '-' : path))
}

/** Options of every command that reads sources. */
export interface SourceOptions extends CommonOptions {
  readonly paths: string[]
  readonly root: string | undefined
  readonly shape: string | undefined
  readonly id: string | undefined
}

export function sourceOptions(yargs: Argv<object>): Argv<SourceOptions> {
  return yargs
    .positional('paths', {type: 'string', array: true, demandOption: true, describe: 'Files, folders, globs, or - for standard input'})
    .option('root', {type: 'string', requiresArg: true, describe: 'Read no picture outside of this folder'})
    .option('shape', {type: 'string', requiresArg: true, coerce: shapeId, describe: 'Read every file as this shape'})
    .option('id', {type: 'string', requiresArg: true, coerce: guideId, describe: 'Id of the guide, for standard input without a title'})
    .option('quiet', {type: 'boolean', default: false, describe: 'Print errors only'})
    .option('json', {type: 'boolean', default: false, describe: 'Print a summary for programs'})
    .option('strict', {type: 'boolean', default: false, describe: 'Exit with 1 on warnings too'})
    .option('all', {type: 'boolean', default: false, describe: 'List every problem, not one of a kind'})
}

/** Yargs calls this for an absent option too. */
export function shapeId(value: string | undefined): string | undefined {
  const ids = recognisers.map(({id}) => id)
  if (value === undefined || ids.includes(value)) return value
  const meant = closest(value, ids)
  throw new Error(`Unexpected shape \`${value}\` in --shape, expected ${meant ? `\`${meant}\`` : `one of ${ids.join(', ')}`}`)
}

/** Yargs calls this for an absent option too. */
function guideId(value: string | undefined): string | undefined {
  if (value !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(value))
    throw new Error(`Unexpected \`${value}\` in --id, expected a word such as kafka`)
  return value
}

/** Splits `a,b` and repeated options alike. */
export function wordsOf(value: string | readonly string[]): string[] {
  return [value]
    .flat()
    .flatMap((part) => part.split(','))
    .map((word) => word.trim())
    .filter(Boolean)
}

/** The same, and refuses what is not in the list. */
export function listOf(option: string, allowed: readonly string[]): (value: string | readonly string[]) => string[] {
  return (value) => {
    const words = wordsOf(value)
    for (const word of words)
      if (!allowed.includes(word)) throw new Error(`Unexpected \`${word}\` in --${option}, expected ${allowed.join(', ')}`)
    return words
  }
}

/** An address that a link may have. Yargs calls this for an absent option too. */
export function webAddress(value: string | undefined): string | undefined {
  if (value !== undefined && !(URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !/%(?![\da-f]{2})/i.test(value)))
    throw new Error(`Unexpected \`${value}\` in --source-url, expected an address such as https://github.com/me/notes/blob/main`)
  return value
}
