/** Lines without their mark that a quote or list item may run on for. */
const maxLines = 1_000

/** A line: indented by less than any list needs or not; blank, a mark, a fence or text. */
const line = /^(?<indent> *)(?:(?<blank>\s*$)|(?<fence>`{3,}|~{3,})|(?<quote>>)|(?<item>[-*+]|\d{1,9}[.)])(?=\s)|(?<heading>#{1,6}\s))?/

/**
 * Lines at which a quote or list item has run on for a thousand lines that lack its mark, without a blank line: nobody writes so, and
 * micromark looks through all lines before for each. Fenced code ends what is open, so it is no such run.
 *
 * @returns Offsets at which such a run is to be cut off, in order.
 */
export function findLazyLimits(text: string, start: number): number[] {
  const found: number[] = []
  let isOpen = false
  let count = 0
  for (const {0: content, index} of text.slice(start).matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const {indent = '', blank, fence, quote, item, heading} = line.exec(content)?.groups ?? {}
    if (item !== undefined) [isOpen, count] = [true, 0]
    else if (quote !== undefined) isOpen = true
    else if (blank !== undefined || fence !== undefined || heading !== undefined) [isOpen, count] = [false, 0]
    else if (isOpen && indent.length < 2 && ++count === maxLines) {
      found.push(start + index)
      ;[isOpen, count] = [false, 0]
    }
  }
  return found
}
