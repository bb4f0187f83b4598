import {type Heading, headingsOf} from '../page/headings-of.ts'
import {type PageFurniture, toFurniture} from '../page/to-furniture.ts'
import type {View} from '../page/to-view.ts'

/** A handout in a document. */
export interface PrintedPart {
  readonly version: string
  readonly person: string
  /** Where there are several, with the title of each in front: level 1. */
  readonly headings: readonly Heading[]
}

/** What stands around the text of one page, and whose it is. */
export interface SheetFurniture extends PageFurniture {
  readonly version: string
  readonly person: string
}

/**
 * @param isCards - Cards have no headings of sections.
 * @param answers - What the last section is called where all answers are at the end.
 */
export function toParts(views: readonly View[], isCards: boolean, answers?: string): readonly PrintedPart[] {
  return views.map((view) => {
    const {version, person, title} = view
    const headings = headingsOf(view, answers).filter(({number}) => !isCards || number > 0)
    const name = [title, version, person].filter((text) => text !== '').join(' · ')
    const own = {title: name, anchor: '', section: '', level: 1, number: 0, label: ''}
    return {version, person, headings: views.length > 1 ? [own, ...headings] : headings}
  })
}

/** Running heads for every page of the print; in each part, pages count from 1. @param numbers - Of each page in the book. */
export function toSheetFurniture(
  parts: readonly PrintedPart[],
  headingPages: readonly number[],
  numbers: readonly number[]
): readonly SheetFurniture[] {
  const [only, ...more] = parts
  if (only && more.length === 0) return toFurniture(only.headings, headingPages, numbers).map((sheet) => ({...sheet, ...nameOf(only)}))
  const starts: number[] = []
  for (const {headings} of parts) starts.push((starts.at(-1) ?? 0) + headings.length)
  const pagesOf = parts.map(({headings}, index) => headingPages.slice((starts[index] ?? 0) - headings.length, starts[index]))
  return parts.flatMap((part, index) => {
    const [first = 1, ...pages] = pagesOf[index] ?? []
    const end = pagesOf[index + 1]?.[0] ?? numbers.length + 1
    const own = numbers.slice(first - 1, end - 1)
    const before = (own[0] ?? 1) - 1
    return toFurniture(
      part.headings.slice(1),
      pages.map((page) => page - first + 1),
      own.map((number) => number - before)
    ).map((sheet) => ({...sheet, ...nameOf(part)}))
  })
}

function nameOf({version, person}: PrintedPart): {version: string; person: string} {
  return {version, person}
}
