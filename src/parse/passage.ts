/**
 * Where a parsed passage lies in its text: the tokenizer counts offsets from `start`, but may look at what is around.
 * Constructs are made once for all passages of a text, so they ask for `start` anew each time.
 */
export interface Passage {
  readonly text: string
  readonly start: number
}
