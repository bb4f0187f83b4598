/** A character with its number, for those whose screen does not show it: `漢 (U+6F22)`. */
export function nameOfCharacter(character: string): string {
  return `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`
}
