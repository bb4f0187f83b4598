import type {Argv} from 'yargs'
import {type Layout, layouts} from '../render/pdf/layouts.ts'
import {paperSize} from '../render/pdf/page/paper-size.ts'
import type {Duplex, Margins, Paper, PaperName, RenderOptions, Tray} from '../render/renderer.ts'
import {lengthOf, lengthOption} from './length-of.ts'
import {numberOption, optional} from './number-option.ts'

/** What the paper is and how pages lie on it. */
export interface PaperOptions {
  readonly paper: Paper
  readonly landscape: boolean
  readonly columns: number | undefined
  readonly margin: Margins | undefined
  readonly binding: number
  readonly 'hole-margin': boolean
  readonly recto: boolean
  readonly booklet: boolean
  readonly duplex: Duplex
  readonly tray: Tray
  readonly copies: number
}

const NAMES = ['A4', 'Letter', 'A5', 'Legal'] as const satisfies readonly PaperName[]
const LEAST_PAPER_MM = 50
const MOST_PAPER_MM = 1000
const LEAST_MARGIN_MM = 5
const MOST_MARGIN_MM = 60
const LEAST_TEXT_MM = 30
const MOST_COLUMNS = 4
const MOST_COPIES = 999

/** Adds the options that say on what is printed. */
export function paperOptions<Before extends object>(yargs: Argv<Before>): Argv<Before & PaperOptions> {
  return yargs
    .option('paper', {
      type: 'string',
      requiresArg: true,
      default: 'A4',
      coerce: paperOf,
      describe: 'Paper size: A4, Letter, A5, Legal, or width and height such as 200x250mm or 8x10in'
    })
    .option('landscape', {type: 'boolean', default: false, describe: 'Cheat sheet: lay the paper on its long side'})
    .option('columns', {
      type: 'string',
      requiresArg: true,
      coerce: optional(numberOption('columns', 1, MOST_COLUMNS)),
      describe: `Cheat sheet: columns, 1 to ${MOST_COLUMNS}`,
      defaultDescription: 'by the width of the paper'
    })
    .option('margin', {
      type: 'string',
      requiresArg: true,
      coerce: optional(marginsOf),
      describe: 'White around the text, such as 15mm, or top and side (15mm,20mm), or top, right, bottom and left',
      defaultDescription: "the layout's"
    })
    .option('binding', {
      type: 'string',
      requiresArg: true,
      default: '0',
      coerce: lengthOption('binding', 0, MOST_MARGIN_MM),
      describe: 'More white at the back of a book, such as 8mm; left-hand pages are mirrored'
    })
    .option('hole-margin', {type: 'boolean', default: false, describe: 'Room for a hole punch at the back: 22 mm, mirrored as well'})
    .option('recto', {type: 'boolean', default: false, describe: 'Begin each section on a right-hand page'})
    .option('booklet', {
      type: 'boolean',
      default: false,
      describe: 'Two pages of half the size on each side of a sheet, in the order of a stapled booklet'
    })
    .option('duplex', {
      choices: ['printer', 'manual', 'off'] as const,
      default: 'printer' as const,
      describe: 'Both sides of the paper: by the printer, by hand from a file of fronts and one of backs, or one side only'
    })
    .option('tray', {
      choices: ['face-down', 'face-up'] as const,
      default: 'face-down' as const,
      describe: 'For --duplex manual: how printed sheets come out; face up, backs go from last to first'
    })
    .option('copies', {
      type: 'string',
      requiresArg: true,
      default: '1',
      coerce: numberOption('copies', 1, MOST_COPIES),
      describe: 'Copies that the print dialog proposes'
    })
    .check(({landscape, columns, booklet, layout, paper, margin, binding}) => {
      // Layouts of the user's own are not known yet; the options of layouts are read by another file.
      const chosen: readonly Layout[] = [layout]
        .flat()
        .map((name) => layouts.find((one) => one.name === name) ?? {name: String(name), landscape: true})
      const asked = landscape ? '--landscape' : columns !== undefined ? '--columns' : ''
      if (asked && !chosen.some((one) => one.landscape))
        throw new Error(`Unexpected ${asked} without a layout of columns, expected cheatsheet`)
      if (landscape && booklet) throw new Error('Unexpected --landscape with --booklet, expected one of them')
      const {widthMm, heightMm} = paperSize(paper)
      const text = Math.min(widthMm, heightMm) / (booklet ? 1.5 : 1) - 2 * Math.max(...Object.values(margin ?? {none: 0})) - binding
      if (text < LEAST_TEXT_MM)
        throw new Error(`Unexpected margins that leave ${Math.max(0, Math.floor(text))} mm for text, expected at least ${LEAST_TEXT_MM}`)
      return true
    }, false)
}

/** What the renderers get of them. */
export function toPaperChoices(options: PaperOptions): Partial<RenderOptions> & Pick<RenderOptions, 'paper'> {
  return {
    paper: options.paper,
    landscape: options.landscape,
    columns: options.columns,
    marginMm: options.margin,
    bindingMm: options.binding,
    holeMargin: options['hole-margin'],
    recto: options.recto,
    booklet: options.booklet,
    duplex: options.duplex,
    tray: options.tray,
    copies: options.copies
  }
}

/** Reads `A4` and `200x250mm`. @throws Error that names the option, for the help. */
function paperOf(value: string): Paper {
  const name = NAMES.find((known) => known.toLowerCase() === value.toLowerCase())
  if (name !== undefined) return name
  const [width = '', height = '', ...rest] = value.toLowerCase().split(/[x×]/)
  const unit = /[a-z]+$/.exec(height.trim())?.[0]
  const [widthMm, heightMm] = [lengthOf(width, unit), lengthOf(height)]
  const fits = (mm: number | undefined): mm is number => mm !== undefined && mm >= LEAST_PAPER_MM && mm <= MOST_PAPER_MM
  if (rest.length > 0 || !fits(widthMm) || !fits(heightMm))
    throw new Error(
      `Unexpected \`${value}\` in --paper, expected ${NAMES.join(', ')} or a size from ${LEAST_PAPER_MM} to ${MOST_PAPER_MM} mm such as 200x250mm`
    )
  return {widthMm, heightMm}
}

/** Reads one, two or four lengths as CSS does. @throws Error that names the option. */
function marginsOf(value: string): Margins {
  const lengths = value.split(',').map((part) => lengthOf(part))
  const [top, right = top, bottom = top, left = right] = lengths
  const fits = (mm: number | undefined): mm is number => mm !== undefined && mm >= LEAST_MARGIN_MM && mm <= MOST_MARGIN_MM
  if (![1, 2, 4].includes(lengths.length) || !fits(top) || !fits(right) || !fits(bottom) || !fits(left))
    throw new Error(
      `Unexpected \`${value}\` in --margin, expected one, two or four lengths from ${LEAST_MARGIN_MM} to ${MOST_MARGIN_MM} mm such as 15mm,20mm`
    )
  return {top, right, bottom, left}
}
