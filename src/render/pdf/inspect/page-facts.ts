/** What is asked of a page before it is printed. */
export interface PageQuestions {
  /** Ids of the cards of one handout, in order; facts count cards by their place in it. */
  readonly anchors: readonly string[]
  /** Height of a column; 0 where cards have no columns. */
  readonly columnPx: number
  /** Width of the column that takes all text of a page. */
  readonly widthPx: number
  /** Characters that the embedded fonts lack. */
  readonly doubtful: readonly string[]
  /** Of text against what is behind it, 1 to 21, both as greys. @see WCAG 2.2, 1.4.3 */
  readonly leastContrast: number
}

/** Where something is: the card's place in `anchors` (-1 before the first), and the line of the source, 0 where only the card is known. */
interface Spot {
  readonly card: number
  readonly line: number
}

/** What a page says of itself: data, so that it can leave the browser. Lengths in CSS pixels. */
export interface PageFacts {
  /** Cards that no column holds. */
  readonly tall: {readonly card: number; readonly height: number}[]
  /** Blocks of code with so many lines that go on on the next; characters of the longest. */
  readonly wrapped: (Spot & {readonly count: number; readonly longest: number})[]
  /** Tables set smaller. */
  readonly tables: Spot[]
  /** Formulas set smaller. */
  readonly formulas: Spot[]
  /** Boxes whose content leaves them, or is cut off. */
  readonly overflows: (Spot & {readonly element: string; readonly beyond: number; readonly text: string})[]
  /** Pairs of greys (0 to 255) that are too close, with their first place and how often they occur. */
  readonly contrasts: (Spot & {
    readonly ratio: number
    readonly ink: number
    readonly ground: number
    readonly text: string
    readonly count: number
  })[]
  /** Pictures that the browser can't show. */
  readonly pictures: (Spot & {readonly text: string})[]
  /** Characters of prose by type size in points. */
  readonly sizes: Record<string, number>
  /** Of all text, in points. */
  smallestPt: number
  /** Doubtful characters that no font of the machine draws either. */
  readonly undrawn: string[]
}
