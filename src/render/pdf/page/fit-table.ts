import type {Element, ElementContent} from 'hast'
import {toText} from 'hast-util-to-text'
import {visit} from 'unist-util-visit'
import {breakableWords, hasWide, textWidth} from './text-width.ts'

/** Type size of a table that is wide for its column, as a part of the text's; the style sheet sets it. */
const WIDE = 0.86
/** Smaller type than this is set for no table. Large print is there for its size. */
const LEAST_PT = 6.2
const LARGE_PT = 14
/** Longer words are addresses and names of programs, which may break; others are read as words and do not. */
const WORD = 14
/** Six Chinese signs: as a heading of a column may be. */
const UNBROKEN_WIDTH = 12
/** Between columns of a wide table, in characters. */
const GAP = 1.2

/** What the column has room for. */
export interface TableRoom {
  /** Characters of prose on a line. */
  readonly proseColumns: number
  /** Type size in points. */
  readonly sizePt: number
}

/**
 * Makes a table that is too wide for its column fit, in place: smaller; else turned, so that its columns are rows; else as a list of its
 * rows, each value behind the name of its column. Only words too long to be words break.
 */
export function fitTable(table: Element, {proseColumns, sizePt}: TableRoom): void {
  if (hasWide(toText(table))) keepSignsTogether(table)
  const widths = columnWidths(rowsOf(table))
  if (sum(widths, Number.POSITIVE_INFINITY, 2) <= proseColumns) return
  const least = sizePt >= LARGE_PT ? 1 : Math.min(WIDE, LEAST_PT / sizePt)
  const size = sizeFor(widths, proseColumns)
  addClass(table, 'wide')
  if (size >= least) {
    setSize(table, size, proseColumns)
    return
  }
  const grid = plainGrid(table)
  const turned = grid && sizeFor(columnWidths(turn(grid)), proseColumns)
  if (turned !== undefined && turned >= least) {
    table.children = grid ? turnedRows(turn(grid)) : []
    addClass(table, 'turned')
    setSize(table, turned, proseColumns)
  } else if (grid && longestOf(grid) <= proseColumns) toRecords(table, grid)
  else setSize(table, least, proseColumns)
}

/** Among Chinese or Japanese cells, which browsers squeeze to a sign a line for the sake of longer ones, few signs stay on a line. */
function keepSignsTogether(table: Element): void {
  addClass(table, 'signs')
  for (const cell of rowsOf(table).flat()) {
    const text = toText(cell)
    if (hasWide(text) && textWidth(text) <= UNBROKEN_WIDTH) addClass(cell, 'unbroken')
  }
}

/** Type size at which no word has to break, as a part of the text's. */
function sizeFor(widths: readonly number[], proseColumns: number): number {
  return Math.min(WIDE, Math.floor((100 * proseColumns) / sum(widths, WORD, GAP)) / 100)
}

function setSize(table: Element, size: number, proseColumns: number): void {
  if (size !== WIDE) table.properties.style = `font-size:${Math.round(size * 100)}%`
  const rows = rowsOf(table)
  const widths = columnWidths(rows)
  const room = proseColumns / size
  let limit = Math.max(...widths)
  while (limit > 4 && sum(widths, limit, GAP) > room) limit--
  for (const cell of rows.flat()) if (longestWord(cell) > limit) addClass(cell, 'loose')
}

/** Characters that columns need when no word is longer than `limit`. */
function sum(widths: readonly number[], limit: number, gap: number): number {
  return widths.reduce((total, width) => total + Math.min(width, limit) + gap, -gap)
}

function columnWidths(rows: readonly (readonly Element[])[]): number[] {
  const widths: number[] = []
  for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, longestWord(cell))
  return widths
}

function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = []
  visit(table, 'element', (row) => {
    if (row.tagName === 'tr') rows.push(row.children.filter((child) => child.type === 'element'))
  })
  return rows
}

/** Widths of Source Sans 3 by kind of letter, in characters of prose on the average, which has spaces in it. */
const LETTERS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[iljtfrI.,:;|'!()[\]/-]/, 0.66],
  [/[mwMW@%&]/, 1.75],
  [/\p{Lu}/u, 1.3],
  [/[\u2e80-\uffef]/, 2.2]
]
const USUAL_LETTER = 1.1
const CODE_LETTER = 1.14
const BOLD = 1.06

/** In characters of prose on the average. */
function longestWord(cell: Element): number {
  const isCode = cell.children.some((child) => child.type === 'element' && child.tagName === 'code')
  const widthOf = (word: string) => {
    let width = 0
    for (const letter of word) width += isCode ? CODE_LETTER : (LETTERS.find(([letters]) => letters.test(letter))?.[1] ?? USUAL_LETTER)
    return width
  }
  const words = hasClass(cell, 'unbroken') ? [toText(cell)] : breakableWords(toText(cell))
  const longest = Math.max(...words.map(widthOf))
  return cell.tagName === 'th' ? longest * BOLD : longest
}

/** Rows of a table of one head and equal rows, the head first; undefined for any other. */
function plainGrid(table: Element): Element[][] | undefined {
  const rows = rowsOf(table)
  const [head = [], ...body] = rows
  const isPlain =
    body.length > 0 &&
    head.every(({tagName}) => tagName === 'th') &&
    body.every((row) => row.length === head.length && row.every(({tagName}) => tagName === 'td')) &&
    rows.flat().every(({properties: {colSpan, rowSpan}}) => colSpan === undefined && rowSpan === undefined)
  return isPlain ? rows : undefined
}

function turn(grid: readonly (readonly Element[])[]): Element[][] {
  return (grid[0] ?? []).map((_, column) => grid.flatMap((row) => row[column] ?? []))
}

/** What were the names of rows are the heads now; a column's own alignment means nothing beside others. */
function turnedRows(rows: readonly (readonly Element[])[]): ElementContent[] {
  const cell = (tagName: string, {children, properties: {align: _, ...properties}}: Element, scope?: string): Element => ({
    ...{type: 'element', tagName, children},
    properties: {...properties, ...(scope && {scope})}
  })
  const [head = [], ...body] = rows
  return [
    h('thead', [
      h(
        'tr',
        head.map((own) => cell('th', own, 'col'))
      )
    ]),
    h(
      'tbody',
      body.map(([name, ...values]) => h('tr', [...(name ? [cell('th', name, 'row')] : []), ...values.map((value) => cell('td', value))]))
    )
  ]
}

function longestOf(grid: readonly (readonly Element[])[]): number {
  return Math.max(...grid.flat().map((cell) => Math.min(WORD, longestWord(cell))))
}

function toRecords(table: Element, [head = [], ...body]: readonly (readonly Element[])[]): void {
  table.tagName = 'div'
  addClass(table, 'records')
  table.children = body.map((row) => {
    const lines = row.map(({children}, column) => {
      const name = head[column]?.children ?? []
      return h('p', name.length === 0 ? children : [h('b', name), {type: 'text', value: ' '}, ...children])
    })
    const record = h('div', lines)
    addClass(record, 'record')
    return record
  })
}

function h(tagName: string, children: readonly ElementContent[]): Element {
  return {type: 'element', tagName, properties: {}, children: [...children]}
}

function hasClass({properties: {className}}: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

/** Adds a class to those that an element has. */
export function addClass(element: Element, name: string): void {
  const {className} = element.properties
  element.properties.className = [...(Array.isArray(className) ? className : []), name]
}
