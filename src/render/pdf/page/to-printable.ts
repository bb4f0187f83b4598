import type {Element, ElementContent, Root} from 'hast'
import {toText} from 'hast-util-to-text'
import {breakCode} from './break-code.ts'
import {addClass, fitTable, type TableRoom} from './fit-table.ts'
import {markLongLines} from './mark-long-lines.ts'

/** A formula of more signs than this share of a line's characters is set smaller: signs are wide, and formulas do not break. */
const MATH_SHARE = 0.6

/** What the column that takes the text has room for. */
export interface Measure extends TableRoom {
  /** Characters of code on a line. */
  readonly codeColumns: number
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
  makePrintable(tree, measure, true)
  return tree
}

/**
 * By recursion of its own: of each card, so that it counts; see eachNode.
 *
 * @param isProse - Code may break where breakCode says: tables find their widths by themselves, blocks of code have lines.
 */
function makePrintable(parent: Root | Element, measure: Measure, isProse: boolean): void {
  for (const [index, child] of parent.children.entries()) {
    // The selector asks for a coloured emoji, which would come from the machine and not from us.
    if (child.type === 'text') child.value = child.value.replaceAll('\ufe0f', '')
    if (child.type !== 'element') continue
    if (child.tagName === 'input') {
      parent.children[index] = checkBox(child)
      continue
    }
    const {tagName} = child
    makeElementPrintable(child, measure)
    if (tagName === 'code' && isProse)
      child.children = child.children.flatMap((node) => (node.type === 'text' ? breakCode(node.value, measure.proseColumns) : node))
    makePrintable(child, measure, isProse && tagName !== 'table' && tagName !== 'pre')
  }
}

function makeElementPrintable(element: Element, measure: Measure): void {
  if (element.tagName === 'pre') markLongLines(element, measure.codeColumns)
  if (element.tagName === 'p' && (isHeading(element) || /[:：]\s*$/.test(toText(element)))) addClass(element, 'lead')
  if (element.tagName === 'p' && isFigure(element)) addClass(element, 'figure')
  if (element.tagName === 'table') fitTable(element, measure)
  if (isDisplayMath(element) && toText(element).length > measure.proseColumns * MATH_SHARE) addClass(element, 'long-math')
  if (element.position && (element.tagName === 'img' || isHard(element))) element.properties.dataLine = element.position.start.line
  const standIn = STAND_INS[element.tagName]
  if (standIn === undefined) return
  const look = LOOKS[element.tagName]
  element.tagName = standIn
  delete element.properties.open
  if (look !== undefined) addClass(element, look)
}

/** A line in bold and nothing else is a heading to its reader. */
function isHeading({children}: Element): boolean {
  const [only, ...more] = children
  return more.length === 0 && only?.type === 'element' && only.tagName === 'strong'
}

/** What had to be changed to fit says on which line of the source it stands, for the report. */
function isHard({tagName, properties, children}: Element): boolean {
  if (tagName === 'pre') return children.some((code) => code.type === 'element' && code.children.some(isLongLine))
  return Array.isArray(properties.className) && (properties.className.includes('wide') || properties.className.includes('long-math'))
}

/** A picture alone stands in the middle; one among words stands on their line. */
function isFigure({children}: Element): boolean {
  const shown = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [only] = shown
  return shown.length === 1 && only?.type === 'element' && only.tagName === 'img'
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
