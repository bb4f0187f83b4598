import type {RenderContext} from '../renderer.ts'
import type {PdfFile} from './file/pdf-file.ts'
import {readDestinations} from './file/read-destinations.ts'
import {type OutlineItem, readOutline} from './file/read-outline.ts'
import {readPages} from './file/read-pages.ts'
import {readPdf} from './file/read-pdf.ts'
import type {PageFacts} from './inspect/page-facts.ts'
import type {Layout} from './layouts.ts'
import {bookNumbers} from './page/book-numbers.ts'
import type {Heading} from './page/headings-of.ts'
import type {PageNumbers} from './page/page-data.ts'
import {MOST_STEPS, smallerSteps, startSteps} from './page/smaller-steps.ts'
import {headingsIn, type PreparedLayout} from './prepare-layout.ts'
import {printHtml} from './print-html.ts'

/** A print, and what is to be read from it. */
export interface Pass {
  readonly html: string
  readonly file: PdfFile
  /** Of its pages in the book. */
  readonly numbers: readonly number[]
  /** Pages of all headings, from 1; none where it is not tagged. */
  readonly headingPages: readonly number[]
  /** Where the headings stand, in the same order. */
  readonly outline: readonly OutlineItem[]
  /** Page numbers by the id of what is linked to. */
  readonly found: PageNumbers
  /** What the page says of itself, where it is tagged. */
  readonly facts?: PageFacts | undefined
}

/** The numbers of one pass move the pages of the next only when they need another line: one more settles it. */
const MOST_PASSES = 3

/** The tagged print in which every page number is right and every card as small as it has to be. */
export async function printPasses(layout: Layout, prepared: PreparedLayout, cited: PageNumbers, context: RenderContext): Promise<Pass> {
  const {settings, refers, page, data} = prepared
  const headings = headingsIn(prepared)
  const print = async (known: PageNumbers, tagged: boolean, steps?: PageNumbers): Promise<Pass> => {
    const html = await page(known, cited, steps) // First: from here on other work may take this thread, see pipeline/build.ts.
    const {bytes, facts} = await printHtml(await context.browser(), html, {tagged, inspect: tagged ? prepared.questions : undefined})
    return {...toPass(html, readPdf(bytes), headings, context), facts}
  }
  if (layout.cards) {
    let steps = startSteps(data.sections)
    for (let pass = 0; ; pass++) {
      const printed = await print({}, true, steps)
      const smaller = smallerSteps(steps, headings, printed.headingPages, printed.numbers.length)
      if (pass === MOST_STEPS || smaller === undefined) return printed
      steps = smaller
    }
  }
  if (!settings.contents && !refers) return print({}, true)
  let {found: known} = await print(placeholders(headings), false)
  for (let pass = 2; ; pass++) {
    const printed = await print(known, true)
    if (pass === MOST_PASSES || sameNumbers(known, printed.found)) return printed
    known = printed.found
  }
}

function toPass(html: string, file: PdfFile, headings: readonly Heading[], {options}: RenderContext): Pass {
  const outline = readOutline(file)
  const headingPages = outline.map((item) => item.page)
  const destinations = readDestinations(file)
  const {recto, duplex} = options
  const starts = headings.flatMap(({level, anchor}, index) =>
    (level === 1 && duplex !== 'off') || (level === 2 && recto)
      ? [destinations.get(anchor)?.page ?? headingPages.slice(-headings.length)[index] ?? 0]
      : []
  )
  const numbers = bookNumbers(starts, readPages(file).length)
  const found = Object.fromEntries([...destinations].map(([id, place]) => [id, numbers[place.page - 1] ?? 0]))
  return {html, file, numbers, headingPages, outline, found}
}

/** Anything as wide as a page number: what counts is where things come to lie. */
export function placeholders(headings: readonly Heading[]): PageNumbers {
  return Object.fromEntries(headings.map(({anchor}) => [anchor, 0]))
}

function sameNumbers(a: PageNumbers, b: PageNumbers): boolean {
  return Object.keys(b).every((id) => a[id] === b[id])
}
