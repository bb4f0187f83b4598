import type {Heading} from './headings-of.ts'

/** What stands around the text of one page. */
export interface PageFurniture {
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** Section that the page begins in: the one it opens with, else the one that goes on; empty before the first. */
  readonly section: string
  /** First and last question that begins on the page; 0 where none does. */
  readonly firstNumber: number
  readonly lastNumber: number
  /** Card that the page belongs to at its end, and which of its pages this is, from 1. */
  readonly number: number
  readonly label: string
  readonly cardSection: string
  readonly part: number
  readonly parts: number
}

/**
 * Running heads for every page of the print.
 *
 * @param headingPages - Pages of all headings of the document in reading order; those of `headings` come last.
 * @param numbers - Of each page in the book.
 */
export function toFurniture(
  headings: readonly Heading[],
  headingPages: readonly number[],
  numbers: readonly number[]
): readonly PageFurniture[] {
  const before = headingPages.length - headings.length
  const placed = headings.map((heading, index) => ({...heading, page: headingPages[before + index] ?? 0}))
  const cards = placed.filter(({number}) => number > 0)
  const pages = numbers.length
  let open = ''
  return numbers.map((number, index) => {
    const here = placed.filter(({page}) => page === index + 1)
    const asked = here.flatMap((heading) => (heading.number > 0 ? [heading.number] : []))
    const [first] = here
    const section = first && (first.number === 0 || open === '') ? first.section : open
    open = here.at(-1)?.section ?? open
    const card = cards.findLast(({page}) => page <= index + 1)
    const next = cards[(card ? cards.indexOf(card) : -1) + 1]
    return {
      page: number,
      pages: numbers.at(-1) ?? 0,
      section,
      firstNumber: asked[0] ?? 0,
      lastNumber: asked.at(-1) ?? 0,
      number: card?.number ?? 0,
      label: card?.label ?? '',
      cardSection: card?.section ?? '',
      part: index + 2 - (card?.page ?? 1),
      parts: (next?.page ?? pages + 1) - (card?.page ?? 1)
    }
  })
}
