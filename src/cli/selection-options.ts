import type {Argv} from 'yargs'
import type {CardKind} from '../guide/candidate.ts'
import {byChange} from '../guide/selection/by-change.ts'
import {byDifficulty, type Difficulty, difficulties} from '../guide/selection/by-difficulty.ts'
import {byKind, cardKinds} from '../guide/selection/by-kind.ts'
import {byRange, type NumberRange, readRanges} from '../guide/selection/by-range.ts'
import {bySection} from '../guide/selection/by-section.ts'
import {byTag} from '../guide/selection/by-tag.ts'
import {sample} from '../guide/selection/sample.ts'
import type {Selection} from '../guide/selection/selection.ts'
import {weakSelection} from '../pipeline/weak-selection.ts'
import {readWeak} from '../read/read-weak.ts'
import {numberOption, optional} from './number-option.ts'
import {listOf} from './options.ts'

/** Which cards the outputs are to hold. */
export interface SelectionOptions {
  readonly section: readonly string[]
  readonly tag: readonly string[]
  readonly difficulty: readonly string[]
  readonly kind: readonly string[]
  readonly range: readonly NumberRange[]
  readonly weak: readonly string[]
  readonly changed: boolean
  readonly sample: number | undefined
  readonly seed: number
}

/** Adds the options that choose cards. None takes an array: that would swallow the paths behind it; given twice, an option comes as one. */
export function selectionOptions<Before extends object>(yargs: Argv<Before>): Argv<Before & SelectionOptions> {
  const several = {type: 'string', requiresArg: true, default: [] as readonly string[], defaultDescription: 'all'} as const
  return yargs
    .option('section', {...several, coerce: texts('section'), describe: 'Only questions below this heading; again for another'})
    .option('tag', {
      ...several,
      coerce: (value: string | readonly string[]) => texts('tag')(value).flatMap((part) => part.split(',').map((tag) => tag.trim())),
      describe: 'Only questions with one of these tags'
    })
    .option('difficulty', {
      ...several,
      coerce: listOf('difficulty', difficulties),
      describe: 'Only questions marked easy, medium or hard'
    })
    .option('kind', {...several, coerce: listOf('kind', cardKinds), describe: `Only questions of a kind: ${cardKinds.join(', ')}`})
    .option('range', {
      type: 'string',
      requiresArg: true,
      default: [] as readonly NumberRange[],
      defaultDescription: 'all',
      coerce: (value: string | readonly string[]) => [value].flat().flatMap((part) => ranges(part)),
      describe: 'Only questions with these numbers, such as 10-40 or 1-5,8,30-'
    })
    .option('weak', {
      ...several,
      coerce: texts('weak'),
      describe: 'Only what you keep failing, by your own export of the deck with scheduling (.apkg)'
    })
    .option('changed', {
      type: 'boolean',
      default: false,
      describe: 'Only questions that are new, reworded or changed since the last build, or since --base'
    })
    .option('sample', {
      type: 'string',
      requiresArg: true,
      coerce: optional(numberOption('sample', 1, 100_000)),
      describe: 'Only so many of them, drawn by lot'
    })
    .option('seed', {
      type: 'string',
      requiresArg: true,
      default: '1',
      coerce: numberOption('seed', 0, 2 ** 31 - 1),
      describe: 'Another number draws others; the same draws the same anywhere'
    })
}

/** The choices in the order in which they are made: what cards are, what learners know, and chance at the end. */
export async function toSelections(options: SelectionOptions): Promise<readonly Selection[]> {
  const {section, tag, difficulty, kind, range, weak, changed, sample: count, seed} = options
  return [
    ...(section.length > 0 ? [bySection(section)] : []),
    ...(tag.length > 0 ? [byTag(tag)] : []),
    ...(difficulty.length > 0 ? [byDifficulty(difficulty as readonly Difficulty[])] : []), // listOf() has looked.
    ...(kind.length > 0 ? [byKind(kind as readonly CardKind[])] : []),
    ...(range.length > 0 ? [byRange(range)] : []),
    ...(weak.length > 0 ? [weakSelection(await readWeak(weak))] : []),
    ...(changed ? [byChange] : []),
    ...(count === undefined ? [] : [sample(count, seed)])
  ]
}

function texts(option: string): (value: string | readonly string[]) => readonly string[] {
  return (value) =>
    [value].flat().map((text) => {
      if (text.trim() === '') throw new Error(`Unexpected empty text in --${option}, expected a name`)
      return text.trim()
    })
}

function ranges(value: string | NumberRange): readonly NumberRange[] {
  const read = typeof value === 'string' ? readRanges(value) : [value] // The default comes here too.
  if (read === undefined) throw new Error(`Unexpected \`${value}\` in --range, expected numbers such as 10-40 or 1-5,8,30-`)
  return read
}
