/** Where a parsed passage lies in its text: the tokenizer counts offsets from `start`, but may look at what is around. */
export interface Passage {
  readonly text: string
  readonly start: number
}
