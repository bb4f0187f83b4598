const innermost = /\{\{c\d+(?:,\d+)*::((?:(?!\{\{c\d|\}\}|::)[\s\S])*)(?:::(?:(?!\{\{c\d|\}\})[\s\S])*)?\}\}/g
const deepest = 10 // Anki shows no deeper nesting (format.md 3.4).

/** `{{c1::topic::hint}}` becomes `topic`: what the sentence says once every gap is filled. */
export function revealClozes(text: string): string {
  let revealed = text
  for (let level = 0; level < deepest && revealed.includes('{{c'); level++) {
    const next = revealed.replace(innermost, '$1')
    if (next === revealed) break
    revealed = next
  }
  return revealed
}
