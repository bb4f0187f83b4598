/** The word at most two typing slips away (one for short words), the nearest first; undefined when none is. */
export function closest(word: string, words: readonly string[]): string | undefined {
  const ranked = words.map((candidate) => ({candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase())}))
  const [best] = ranked
    .filter(({candidate, distance}) => distance <= (candidate.length > 4 ? 2 : 1))
    .sort((a, b) => a.distance - b.distance)
  return best?.candidate
}

/** Levenshtein; gives up beyond a length difference of 2, which no caller accepts anyway. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let previous = Array.from({length: b.length + 1}, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 3
}
