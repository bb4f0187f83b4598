const GAP = /\{\{c\d+(?:,\d+)*::((?:(?!\{\{c\d|\}\}|::)[\s\S])*)(?:::((?:(?!\{\{c\d|\}\})[\s\S])*))?\}\}/g
const SHORTEST = 8

/** `A {{c1::topic::what?}} has` becomes `A ________ (what?) has`: a gap to write in, and the hint where there is one. */
export function blankClozes(text: string): string {
  let blanked = text
  while (GAP.test(blanked)) blanked = blanked.replace(GAP, (_, inside: string, hint?: string) => gap(inside) + (hint ? ` (${hint})` : ''))
  return blanked
}

/** As long as the answer written by hand, so half as long again. */
function gap(inside: string): string {
  return '_'.repeat(Math.max(SHORTEST, Math.ceil(inside.length * 1.5)))
}
