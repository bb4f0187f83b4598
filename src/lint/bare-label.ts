import type {Candidate} from '../guide/candidate.ts'
import type {LintDocument} from './rule.ts'

/** The label below an unanswered question that announces an answer and has none behind it ("**Answer:**"), told by its colon in any language. */
export function bareLabel({file}: LintDocument, {kind, question, position}: Candidate): string | undefined {
  if (kind !== 'unanswered') return undefined
  const from = question.at(-1)?.position?.end.offset ?? position.end.offset
  const below = String(file)
    .slice(from, position.end.offset)
    .replace(/<[^<>]*>|[*_#>`~\s-]+/g, ' ')
    .trim()
  return below.length <= 40 && /\p{L}\s*[:：]$/u.test(below) ? below : undefined
}
