/**
 * Letters and digits only, NFKC and case-folded: what stays the same when marks, spacing and quotes change.
 * Folding goes code point by code point (upper, then lower case), so that neither locale nor context (final sigma) decides.
 */
export function skeleton(text: string): string {
  if (ascii.test(text)) return text.replace(/[^A-Za-z\d]+/g, '').toLowerCase()
  return text
    .normalize('NFKC')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(/[^\0-\x7f]/gu, (character) => character.toUpperCase().toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Text of which each letter folds to one letter and which no normal form changes: most text, and a tenth of the time. */
const ascii = /^[\0-\x7f]*$/
