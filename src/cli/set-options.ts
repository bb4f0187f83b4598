import type {Argv} from 'yargs'
import {readNames} from '../read/read-names.ts'
import {userLayouts} from '../render/pdf/user-layouts.ts'
import type {RenderOptions} from '../render/renderer.ts'
import {CliError} from '../report/cli-error.ts'
import type {UserTemplates} from '../template/template.ts'
import type {PrintOptions} from './print-options.ts'
import type {SelectionOptions} from './selection-options.ts'

/** Paper for a class: versions that differ, a copy for each person. */
export interface SetOptions {
  readonly sets: readonly string[]
  readonly names: string | undefined
  readonly split: boolean
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export function setOptions<Before extends object>(yargs: Argv<Before>): Argv<Before & SetOptions> {
  return yargs
    .option('sets', {
      type: 'string',
      requiresArg: true,
      default: [] as readonly string[],
      defaultDescription: 'one, in order',
      coerce: versionsOf,
      describe: 'PDFs in versions with questions and options shuffled (by --seed), such as A,B,C or 3'
    })
    .option('names', {type: 'string', requiresArg: true, describe: 'A copy with the name of each person in this list (.csv, .txt)'})
    .option('split', {type: 'boolean', default: false, describe: 'With --names: a file for each person'})
}

/** What the renderers get of them. @throws CliError for a list that can't be read, and for names that no layout has a line for. */
export async function toSetChoices(
  options: SetOptions & Pick<SelectionOptions, 'seed'> & Pick<PrintOptions, 'layout' | 'booklet'>,
  templates: UserTemplates | undefined
): Promise<Pick<RenderOptions, 'versions' | 'seed' | 'people' | 'split'>> {
  const {sets, names, split, seed, layout: chosen, booklet} = options
  if (names === undefined) {
    if (split) throw new CliError('Unexpected --split without --names, expected a list of names.', 2)
    return {versions: sets, seed}
  }
  const personal = userLayouts(templates)
    .filter(({personal}) => personal)
    .map(({name}) => name)
  if (!personal.some((name) => chosen.includes(name)))
    throw new CliError(
      `Unexpected --names for ${chosen.join(', ')}, expected a layout with a line for the name: ${personal.join(', ')}.`,
      2
    )
  if (booklet && !split) throw new CliError('Unexpected --booklet for many people in one file, expected --split.', 2)
  return {versions: sets, seed, people: await readNames(names), split}
}

/** `A,B,C`, or how many. Yargs passes the default too. */
function versionsOf(value: string | readonly string[]): readonly string[] {
  const text = [value].flat().join(',')
  if (text === '') return []
  const count = /^\d+$/.test(text) ? Number(text) : undefined
  const versions = count === undefined ? text.split(',').map((word) => word.trim()) : [...ALPHABET].slice(0, count)
  const isDistinct = new Set(versions.map((version) => version.toLowerCase())).size === versions.length
  if (count === 0 || (count ?? 1) > ALPHABET.length || !isDistinct || versions.some((version) => !/^[\p{L}\p{N}]{1,8}$/u.test(version)))
    throw new Error(`Unexpected \`${text}\` in --sets, expected names such as A,B,C or a number from 1 to ${ALPHABET.length}`)
  return versions
}
