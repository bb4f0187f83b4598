/**
 * Letters and digits only, NFKC and case-folded: what stays the same when marks, spacing and quotes change.
 * Folding goes code point by code point (upper, then lower case), so that neither locale nor context (final sigma) decides.
 */
export function skeleton(text: string): string {
  let folded = ''
  for (const character of text.normalize('NFKC')) folded += character.toUpperCase().toLowerCase()
  return folded.replace(/[^\p{L}\p{N}]+/gu, '')
}
