import type {Argv} from 'yargs'
import {readTemplates} from '../read/read-templates.ts'
import {layouts} from '../render/pdf/layouts.ts'
import {userLayouts} from '../render/pdf/user-layouts.ts'
import type {CardSize, Flip, Ink, RenderOptions} from '../render/renderer.ts'
import {CliError} from '../report/cli-error.ts'
import {numberOption, optional} from './number-option.ts'
import {wordsOf} from './options.ts'
import {type PaperOptions, paperOptions, toPaperChoices} from './paper-options.ts'

/** What paper is to look like. */
export interface PrintOptions extends PaperOptions {
  readonly layout: string[]
  readonly brief: boolean
  readonly answers: 'after' | 'end'
  readonly 'mark-changes': boolean
  readonly ink: Ink
  readonly fit: number | undefined
  readonly 'card-size': CardSize
  readonly flip: Flip
  readonly 'back-shift': readonly [number, number]
  readonly templates: string | undefined
  readonly css: string | undefined
}

const MOST_PAGES = 50

const layoutNames = layouts.map(({name}) => name)

/** Adds the options of everything that prints. */
export function printOptions<Before extends object>(yargs: Argv<Before>): Argv<Before & PrintOptions> {
  return paperOptions(yargs)
    .option('layout', {
      type: 'string', // Not an array: that would swallow the paths behind it.
      requiresArg: true,
      default: 'cheatsheet',
      coerce: wordsOf, // Names are looked up when the user's templates are known.
      describe: `PDF layouts, separated by commas: ${layoutNames.join(', ')}`
    })
    .option('ink', {
      choices: ['full', 'grey', 'save'] as const,
      default: 'full' as const,
      describe: 'All colours, greys only (DeviceGray), or black with nothing behind text'
    })
    .option('fit', {
      type: 'string',
      requiresArg: true,
      coerce: optional(numberOption('fit', 1, MOST_PAGES)),
      describe: `Cheat sheet: fill so many pages, 1 to ${MOST_PAGES}, by type size and columns`,
      defaultDescription: "the layout's size"
    })
    .option('brief', {type: 'boolean', default: false, describe: 'Cheat sheet: the start of long answers, and where the rest is'})
    .option('answers', {
      choices: ['after', 'end'] as const,
      default: 'after' as const,
      describe: 'Guide and large print: each answer after its question, or all at the end'
    })
    .option('mark-changes', {
      type: 'boolean',
      default: false,
      describe: 'Guide: a bar and a word beside each question that changed since the last build, or since --base'
    })
    .option('card-size', {
      choices: ['a7', 'index', 'business'] as const,
      default: 'a7' as const,
      describe: 'Flashcards: eight to a sheet, 5 by 3 inches, 85 by 55 mm'
    })
    .option('flip', {
      choices: ['long', 'short', 'fold'] as const,
      default: 'long' as const,
      describe: 'Flashcards: edge over which the sheet is turned, or front and back side by side to fold'
    })
    .option('back-shift', {
      type: 'string',
      requiresArg: true,
      default: '0,0',
      coerce: shiftOf,
      describe: 'Flashcards: move the backs right and up against printer drift, such as 1.5mm,-0.5mm'
    })
    .option('templates', {
      type: 'string',
      requiresArg: true,
      describe: 'Folder with layouts and a look of decks of your own, see `cardpress templates`'
    })
    .option('css', {type: 'string', requiresArg: true, describe: 'Style sheet that comes after ours on every page'})
}

/**
 * What the renderers get of them. Reads the templates of the user.
 *
 * @throws CliError for a layout that neither we nor the user have.
 */
export async function toPrintChoices(options: PrintOptions): Promise<Omit<RenderOptions, 'csvFormat' | 'subDecks'>> {
  const templates = await readTemplates(options.templates, options.css)
  const known = userLayouts(templates)
  const names = known.map(({name}) => name)
  const unknown = options.layout.find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new CliError(
      `Unexpected \`${unknown}\` in --layout, expected ${names.join(', ')}. \`cardpress --help\` shows what can be said.`,
      2
    )
  if (options.answers === 'end' && !userLayouts(templates).some(({name, answersApart}) => answersApart && options.layout.includes(name)))
    throw new CliError('Unexpected --answers end without a layout that can have it, expected --layout guide or largeprint', 2)
  if (options['mark-changes'] && !known.some(({name, marksChanges}) => marksChanges && options.layout.includes(name)))
    throw new CliError('Unexpected --mark-changes without a layout that draws bars, expected --layout guide', 2)
  if (options.fit !== undefined && !known.some(({name, landscape}) => landscape && options.layout.includes(name)))
    throw new CliError('Unexpected --fit without a layout of columns, expected cheatsheet.', 2)
  return {
    templates,
    layouts: options.layout,
    marksChanges: options['mark-changes'],
    ...toPaperChoices(options),
    brief: options.brief,
    answers: options.answers,
    ink: options.ink,
    fit: options.fit,
    cardSize: options['card-size'],
    flip: options.flip,
    backShiftMm: options['back-shift']
  }
}

/** Reads `1.5mm,-0.5mm`. @throws Error that names the option, for the help. */
function shiftOf(value: string): readonly [number, number] {
  const [right, up, ...rest] = value.split(',').map((part) => Number(part.trim().replace(/mm$/, '')))
  const isShift = (number: number | undefined) => number !== undefined && Math.abs(number) <= 20
  if (rest.length > 0 || right === undefined || up === undefined || !isShift(right) || !isShift(up))
    throw new Error(`Unexpected \`${value}\` in --back-shift, expected two lengths up to 20 mm such as 1.5mm,-0.5mm`)
  return [right, up]
}
