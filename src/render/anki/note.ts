import type {Notetype} from './notetype.ts'

/** One of Anki's notes, everything rendered: what a package and a text file write down. */
export interface Note {
  readonly guid: string
  readonly notetype: Notetype
  /** HTML, in the order of the notetype's fields. */
  readonly fields: readonly string[]
  /** Without spaces. */
  readonly tags: readonly string[]
  /** Seconds since 1970; Anki takes an update only when it rises. */
  readonly modSeconds: number
  /** The cards it has, from 0, ascending. Anki makes none on import. */
  readonly ords: readonly number[]
  /** Outermost section, for those who want a sub-deck of it. */
  readonly section?: string | undefined
}
