/** Signs as wide as they are high: Chinese, Japanese, Korean. @see https://www.unicode.org/reports/tr11/ */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/g

/** How many characters of the Latin alphabet a text is as long as: wide ones count twice. */
export function textWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0)
}

/** Whether a text has such signs. */
export function hasWide(text: string): boolean {
  return text.search(WIDE) !== -1
}

/** Words as lines may break: Chinese and Japanese between any two signs. */
export function breakableWords(text: string): readonly string[] {
  return text.split(/[\s-]+|(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])/u)
}
