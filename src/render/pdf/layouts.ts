/** A kind of paper: a folder of that name in templates/pdf, and a line here. */
export interface Layout {
  readonly name: string
  /** Layout whose page numbers this one gives: a key says where the question stands. */
  readonly cites?: string
  /** Gives them only where that layout is made too. */
  readonly citesAlong?: boolean
  /** Shows the questions that changed, and nothing where none did. */
  readonly changes?: boolean
  /** The template prints one card side a page; the pages are then laid out on sheets. */
  readonly cards?: boolean
  /** Shows the start of long answers only, where that is asked for. */
  readonly brief?: boolean
  /** Can have all answers at the end. */
  readonly answersApart?: boolean
  /** Can draw a bar beside what changed. */
  readonly marksChanges?: boolean
  /** Is for the trainer: shows what the author wrote for nobody else. */
  readonly trainer?: boolean
  /** Shows no answers, and so holds no deck or notes that do. */
  readonly asks?: boolean
  /** Says nothing of the guide: its sheet is drawn from edge to edge. */
  readonly plain?: boolean
  /** Has columns, which `--columns` counts and paper on its side may hold more of. */
  readonly landscape?: boolean
  /** Has a line for the name of who writes on it. */
  readonly personal?: boolean
}

/** In the order of the help. */
export const layouts: readonly Layout[] = [
  {name: 'cheatsheet', brief: true, landscape: true},
  {name: 'guide', answersApart: true, marksChanges: true},
  {name: 'worksheet', asks: true, personal: true},
  {name: 'key', cites: 'worksheet'},
  {name: 'flashcards', cards: true},
  {name: 'selftest'},
  {name: 'interviewer', trainer: true, personal: true},
  {name: 'largeprint', answersApart: true},
  {name: 'errata', changes: true, cites: 'guide', citesAlong: true},
  {name: 'calibration', plain: true, asks: true}
]
