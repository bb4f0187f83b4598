import type {Root} from 'mdast'
import type {Point, Position} from 'unist'
import type {VFile} from 'vfile'
import type {Candidate} from '../guide/candidate.ts'
import type {RuleLevel, Severity} from '../report/problem.ts'

/** One file as rules see it. */
export interface LintDocument {
  readonly file: VFile
  readonly tree: Root
  /** In source order. */
  readonly candidates: readonly Candidate[]
  /** Lines, from 1, that Markdown adds to the bullet above them and extraction has given back to the answer. */
  readonly lazyLines: readonly number[]
  /** What the front matter says of rules, by their ids. */
  readonly levels: Readonly<Record<string, RuleLevel>>
}

/** Characters of a file, from offset `start` to before `end`, and what takes their place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What a rule found; the wrapper adds the rule, its severity and the source. */
export interface Finding {
  readonly document: LintDocument
  readonly place: Position | Point | undefined
  /** "Unexpected <actual>, expected <wanted>": one line, no final period. */
  readonly reason: string
  /** What to do, with the repaired Markdown where that is short. */
  readonly note?: string | undefined
  /** The other place, where the trouble takes two. */
  readonly cause?: {readonly reason: string; readonly place: Position | undefined} | undefined
  /** The one change that is safe without asking; it alters no question and loses no text. */
  readonly repair?: Edit | undefined
  /** How bad it is among its likes: the worst stands for all in the short report. @default 0 */
  readonly weight?: number
}

/** A check of study material: one file in src/lint/rules, one line in rules.ts. Its TSDoc is its section in docs/rules.md. */
export interface Rule {
  /** Its file name; also the anchor in docs/rules.md. */
  readonly id: string
  readonly severity: Severity
  /** Looks at all files of a run together, in their order. Absent where another phase reports under this id: it knows more than tree and cards. */
  readonly check?: (documents: readonly LintDocument[], report: (finding: Finding) => void) => void
}
