import type {Candidate} from './candidate.ts'
import type {FrontMatter} from './front-matter.ts'

/** Whether a question is also to be asked the other way round: `reverse: true` for a file, `#reverse` for one. Only plain answers can ask. */
export function isReversed({kind, tags}: Pick<Candidate, 'kind' | 'tags'>, {reverse}: Pick<FrontMatter, 'reverse'>): boolean {
  return kind === 'basic' && (reverse === true || tags.some((tag) => /^reversed?$/i.test(tag)))
}
