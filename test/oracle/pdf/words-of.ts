/**
 * Letters and figures of a text in a row, without spaces, hyphens and other signs: lines that wrap in the middle of a word,
 * list bullets and marks of continued code lines make no difference then, nor do capitals: `[!IMPORTANT]` is set as `Important`.
 */
export function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
