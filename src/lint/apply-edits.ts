import type {Edit} from './rule.ts'

/** The text with all edits made. Of edits that overlap only the first in the list is; they can be found again afterwards. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const made: Edit[] = []
  for (const edit of edits) if (!made.some((other) => overlap(edit, other))) made.push(edit)
  let result = ''
  let at = 0
  for (const {start, end, text: own} of made.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + own
    at = end
  }
  return result + text.slice(at)
}

/** Two insertions at one place overlap too: their order would be a guess. */
function overlap(a: Edit, b: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}
