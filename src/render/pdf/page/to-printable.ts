import type {Element, ElementContent, Root} from 'hast'
import {toText} from 'hast-util-to-text'
import {visit} from 'unist-util-visit'
import {markLongLines} from './mark-long-lines.ts'
import {breakableWords, hasWide, textWidth} from './text-width.ts'

/** Type size of a table that is wide for its column, as the style sheet sets it. */
const WIDE_TABLE_SIZE = 0.86

/** Six Chinese signs: as a heading of a column may be. */
const UNBROKEN_WIDTH = 12
/** Of a character of code, in those of prose. */
const CODE_WIDTH = 1.15

/** A formula of more signs than this share of a line's characters is set smaller: signs are wide, and formulas do not break. */
const MATH_SHARE = 0.6

/** What the column that takes the text has room for. */
export interface Measure {
  /** Characters of code on a line. */
  readonly codeColumns: number
  /** Characters of prose on a line. */
  readonly proseColumns: number
}

/** Elements that Chromium's tags or PDF/UA-1 have no good place for, and what stands for them in print. */
const STAND_INS: Readonly<Record<string, string>> = {
  strong: 'b',
  em: 'i',
  strike: 's',
  tt: 'code',
  samp: 'code',
  details: 'div',
  summary: 'p',
  figure: 'div',
  figcaption: 'p',
  section: 'div',
  time: 'span',
  abbr: 'span',
  dfn: 'i',
  ruby: 'span',
  rt: 'span',
  rp: 'span',
  h1: 'p',
  h2: 'p',
  h3: 'p',
  h4: 'p',
  h5: 'p',
  h6: 'p'
}

/** Class that keeps the look of what an element was. */
const LOOKS: Readonly<Record<string, string>> = {
  details: 'details',
  summary: 'summary',
  figcaption: 'caption',
  h1: 'subhead',
  h2: 'subhead',
  h3: 'subhead',
  h4: 'subhead',
  h5: 'subhead',
  h6: 'subhead'
}

/**
 * Makes the HTML of a card side fit for paper, in place: headings inside an answer become bold lines (the bookmarks belong to the
 * questions), what folds is open, a line that leads in what follows is marked to stay with it, long lines of code and wide tables are marked for the style sheet, and nothing is left that keeps
 * a tagged PDF from PDF/UA-1.
 */
export function toPrintable(tree: Root, measure: Measure): Root {
  makePrintable(tree, measure)
  return tree
}

/** By recursion of its own: of each card, so that it counts; see eachNode. */
function makePrintable(parent: Root | Element, measure: Measure): void {
  for (const [index, child] of parent.children.entries()) {
    // The selector asks for a coloured emoji, which would come from the machine and not from us.
    if (child.type === 'text') child.value = child.value.replaceAll('\ufe0f', '')
    if (child.type !== 'element') continue
    if (child.tagName === 'input') {
      parent.children[index] = checkBox(child)
      continue
    }
    makeElementPrintable(child, measure)
    makePrintable(child, measure)
  }
}

function makeElementPrintable(element: Element, measure: Measure): void {
  if (element.tagName === 'pre') markLongLines(element, measure.codeColumns)
  if (element.tagName === 'p' && /[:：]\s*$/.test(toText(element))) addClass(element, 'lead')
  if (element.tagName === 'table') markTable(element, measure.proseColumns)
  if (isDisplayMath(element) && toText(element).length > measure.proseColumns * MATH_SHARE) addClass(element, 'long-math')
  if (element.position && (element.tagName === 'img' || isHard(element))) element.properties.dataLine = element.position.start.line
  const standIn = STAND_INS[element.tagName]
  if (standIn === undefined) return
  const look = LOOKS[element.tagName]
  element.tagName = standIn
  delete element.properties.open
  if (look !== undefined) addClass(element, look)
}

/** What had to be changed to fit says on which line of the source it stands, for the report. */
function isHard({tagName, properties, children}: Element): boolean {
  if (tagName === 'pre') return children.some((code) => code.type === 'element' && code.children.some(isLongLine))
  return Array.isArray(properties.className) && (properties.className.includes('wide') || properties.className.includes('long-math'))
}

function isLongLine(line: ElementContent): boolean {
  return line.type === 'element' && Array.isArray(line.properties.className) && line.properties.className.includes('long')
}

function isDisplayMath({properties}: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('math-display')
}

function checkBox({properties}: Element): ElementContent {
  return {
    type: 'element',
    tagName: 'span',
    properties: {className: ['check']},
    children: [{type: 'text', value: properties.checked ? '☑' : '☐'}]
  }
}

/**
 * A table whose longest words do not fit side by side becomes smaller, and its longest words may break anywhere;
 * the others stay whole, so that a column of `Type` is not squeezed for the sake of an address beside it.
 */
function markTable(table: Element, proseColumns: number): void {
  const cells: {readonly cell: Element; readonly column: number; readonly word: number}[] = []
  const breaksAnywhere = hasWide(toText(table))
  if (breaksAnywhere) addClass(table, 'signs')
  visit(table, 'element', (row) => {
    if (row.tagName !== 'tr') return
    for (const [column, cell] of row.children.filter((child) => child.type === 'element').entries())
      cells.push({cell, column, word: breaksAnywhere ? markSigns(cell) : longestWord(toText(cell))})
  })
  const widths: number[] = []
  for (const {column, word} of cells) widths[column] = Math.max(widths[column] ?? 0, word)
  if (widthOf(widths, Number.POSITIVE_INFINITY) <= proseColumns) return
  addClass(table, 'wide')
  const room = proseColumns / WIDE_TABLE_SIZE
  let limit = Math.max(...widths)
  while (limit > 4 && widthOf(widths, limit) > room) limit--
  for (const {cell, word} of cells) if (word > limit) addClass(cell, 'loose')
}

/**
 * A cell among Chinese or Japanese ones, which browsers squeeze to a sign a line for the sake of longer ones: few signs stay on a line.
 * What is left of the room is for words of code, wider than others.
 */
function markSigns(cell: Element): number {
  const text = toText(cell)
  if (!hasWide(text)) return Math.ceil(longestWord(text) * CODE_WIDTH)
  const width = textWidth(text)
  if (width > UNBROKEN_WIDTH) return longestWord(text)
  addClass(cell, 'unbroken')
  return width
}

/** Characters that columns need when no word is longer than `limit`, with two between columns. */
function widthOf(widths: readonly number[], limit: number): number {
  return widths.reduce((sum, width) => sum + Math.min(width, limit) + 2, -2)
}

function longestWord(text: string): number {
  return Math.max(...breakableWords(text).map(textWidth))
}

function addClass(element: Element, name: string): void {
  const {className} = element.properties
  element.properties.className = [...(Array.isArray(className) ? className : []), name]
}
