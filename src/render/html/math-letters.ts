/** First letters of an alphabet among the mathematical ones: A, a, 0, Α, α; 0 where it has none. @see Unicode, block 1D400 */
type Alphabet = readonly [capital: number, small: number, digit: number, greekCapital: number, greekSmall: number]

const alphabets: Readonly<Record<string, Alphabet>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8, 0x1d6c2],
  italic: [0x1d434, 0x1d44e, 0, 0x1d6e2, 0x1d6fc],
  'bold-italic': [0x1d468, 0x1d482, 0, 0x1d71c, 0x1d736],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8, 0, 0],
  script: [0x1d49c, 0x1d4b6, 0, 0, 0],
  fraktur: [0x1d504, 0x1d51e, 0, 0, 0],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2, 0, 0],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec, 0x1d756, 0x1d770],
  'sans-serif-italic': [0x1d608, 0x1d622, 0, 0, 0],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6, 0, 0]
}

/** Letters that Unicode had before the alphabets, and that have no place there. */
const elsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: {h: 'ℎ'},
  'double-struck': {C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ'},
  script: {B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ'},
  fraktur: {C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ'}
}

/**
 * The letters of a text in the alphabet that `mathvariant` names; undefined for one that has none (`normal`). MathML Core, and so
 * Chromium, knows `normal` only: a set ℝ would be printed as a variable R.
 */
export function mathLetters(text: string, variant: string): string | undefined {
  const alphabet = alphabets[variant]
  if (!alphabet) return undefined
  const [capital, small, digit, greekCapital, greekSmall] = alphabet
  const starts: readonly (readonly [from: string, to: string, start: number])[] = [
    ['A', 'Z', capital],
    ['a', 'z', small],
    ['0', '9', digit],
    ['Α', 'Ω', greekCapital],
    ['α', 'ω', greekSmall]
  ]
  return text.replace(/[A-Za-z0-9Α-Ωα-ω]/g, (letter) => {
    const other = elsewhere[variant]?.[letter]
    if (other !== undefined) return other
    const [from = letter, , start = 0] = starts.find(([first, last]) => first <= letter && letter <= last) ?? []
    return start === 0 ? letter : String.fromCodePoint(start + (letter.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0))
  })
}
