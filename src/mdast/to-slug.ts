/** Fragment that GitHub gives a heading with this text, without the `-1` of a repeated one. Emoji and punctuation go, each space becomes a hyphen. */
export function toSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
}
