import type {Position} from 'unist'
import type {LintDocument} from './rule.ts'

/** The characters of a place as they stand in the file; empty without one. */
export function sourceOf({file}: LintDocument, position: Position | undefined): string {
  return String(file).slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
}
