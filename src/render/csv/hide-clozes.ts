const innermost = /\{\{c\d+(?:,\d+)*::(?:(?!\{\{c\d|\}\}|::)[\s\S])*(?:::((?:(?!\{\{c\d|\}\})[\s\S])*))?\}\}/g

/** `{{c1::topic::hint}}` becomes `[hint]`, without a hint `[...]`: what a learner sees before the answer. */
export function hideClozes(text: string): string {
  let hidden = text
  // A pass takes the innermost gaps; Anki nests no deeper than ten.
  for (let level = 0; level < 10 && hidden.includes('{{c'); level++)
    hidden = hidden.replace(innermost, (_, hint?: string) => `[${hint ?? '...'}]`)
  return hidden
}
