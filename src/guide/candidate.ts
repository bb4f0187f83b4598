import type {RootContent} from 'mdast'
import type {Position} from 'unist'

/** `unanswered`: the question stands, its answer is empty or a placeholder. */
export type CardKind = 'basic' | 'mcq' | 'cloze' | 'unanswered'

/** One choice of a multiple choice question, its letter or check box taken off. */
export interface Option {
  /** The letter or number as written, with its sign: `A:`, `b)`. No part of an identity: renderers count their own. */
  readonly name?: string
  readonly content: readonly RootContent[]
  readonly right: boolean
}

/** A question and its answer as found in one file, before it has an identity. Nodes keep the positions of the source. */
export interface Candidate {
  /** Id of the recogniser that found it: its file name in src/extract. */
  readonly recogniser: string
  readonly kind: CardKind
  /** Question side in source order: the stem first (a paragraph, ordinals and labels taken off), then its code, images, lists. Options apart. */
  readonly question: readonly RootContent[]
  /** Empty but for `mcq`. */
  readonly options: readonly Option[]
  /** Blocks without label, badges, separators, back-to-top links, outro. Empty when `unanswered`. */
  readonly answer: readonly RootContent[]
  /** Why the right option is right; only where the source tells it from the answer. */
  readonly explanation: readonly RootContent[]
  /** What the author wrote for the trainer only; no part of an identity, nor of what learners see. */
  readonly trainer?: readonly RootContent[]
  /** Headings that group, outermost first; the document title is none. */
  readonly section: readonly string[]
  /** Addresses that stand with their QR codes at the headings of `section`, in its order, '' for none. Absent: none has one. No part of an identity. */
  readonly sectionAddresses?: readonly string[]
  /** Id written in the source or left by another tool; `{#id}` and marks of that kind are no part of the question. */
  readonly id?: string
  /** Tags and difficulty marks of this question, as written, without `#`. */
  readonly tags: readonly string[]
  /** From the first character of the question to the last of the answer, in the file the author has open. */
  readonly position: Position
}
