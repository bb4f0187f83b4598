import type {Card} from '../../../guide/card.ts'

/** A heading that opens a group of questions. */
export interface SectionHeading {
  /** From 2: the title of the document is 1. */
  readonly level: number
  readonly text: string
  /** Id on the page. */
  readonly anchor: string
}

/** Questions in a row with the same section, and the headings that change at their start. */
export interface Section {
  readonly headings: readonly SectionHeading[]
  /** Level of the questions' headings: one below the last section heading. */
  readonly questionLevel: number
  /** The outermost heading, for running heads. */
  readonly top: string
  readonly cards: readonly Card[]
}

/** HTML ends at h6 and questions want a level of their own: deeper sections share the last one. */
const DEEPEST = 4

/** Groups the cards of a guide, in order. No heading level is ever skipped on the way down (PDF/UA-1, 7.4.2). */
export function toSections(cards: readonly Card[]): readonly Section[] {
  const sections: (Section & {cards: Card[]})[] = []
  let path: readonly string[] = []
  for (const card of cards) {
    const wanted = foldPath(card.section)
    const open = sections.at(-1)
    const common = commonLength(path, wanted)
    if (open && common === path.length && common === wanted.length) {
      open.cards.push(card)
      continue
    }
    const headings = wanted
      .slice(common)
      .map((text, index) => ({level: common + index + 2, text, anchor: `section-${sections.length + 1}-${index + 1}`}))
    sections.push({headings, questionLevel: wanted.length + 2, top: wanted[0] ?? '', cards: [card]})
    path = wanted
  }
  return sections
}

function foldPath(path: readonly string[]): readonly string[] {
  return path.length <= DEEPEST ? path : [...path.slice(0, DEEPEST - 1), path.slice(DEEPEST - 1).join(' · ')]
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const difference = a.findIndex((text, index) => text !== b[index])
  return difference === -1 ? a.length : difference
}
