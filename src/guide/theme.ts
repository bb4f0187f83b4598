/** Ids of a pair of Anki's note types: the names, order and number of their fields and cards are the same in all pairs. */
export interface NotetypeIds {
  /** Question and answer, multiple choice. */
  readonly standard: number
  readonly cloze: number
}

/** Note types with a look of their own. A guide has them from its first deck on or never. */
export interface Theme extends NotetypeIds {
  /** When the look last changed, seconds since 1970: Anki takes a new one only if this rises. */
  readonly modSeconds: number
}
