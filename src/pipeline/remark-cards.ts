import type {Root} from 'mdast'
import type {Plugin} from 'unified'
import {extract} from '../extract/extract.ts'
import type {Candidate} from '../guide/candidate.ts'
import {parse} from '../parse/parse.ts'

declare module 'vfile' {
  interface DataMap {
    /** Questions and answers of the file, in source order; put there by `remarkCards`. */
    cards: readonly Candidate[]
  }
}

/**
 * The extraction as a unified plugin, in the place of `remark-parse`: the questions and answers lie on `file.data.cards`, the tree goes on.
 * It is the parser, because HTML, dialects and references must be read our way: another parser's tree lacks what recognisers look at.
 */
export const remarkCards: Plugin<[{shape?: string}?], string, Root> = function (options = {}) {
  this.parser = (_, file) => {
    const tree = parse(file)
    file.data.cards = extract(tree, file, options).candidates
    return tree
  }
}
