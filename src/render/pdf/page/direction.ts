/** Which way lines run. */
export type Direction = 'ltr' | 'rtl'

/** Languages written from right to left, by their first subtag; a subtag for the script (`ks-Arab`, `ur-Latn`) has the last word. */
const LANGUAGES = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi', 'ji'])
const SCRIPTS = new Set(['adlm', 'arab', 'aran', 'hebr', 'nkoo', 'syrc', 'thaa'])

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const LETTER = /\p{L}/u

/** A text in which so many words run from right to left does itself: a line of Arabic may well begin with `Kafka`. */
const RTL_SHARE = 0.4

/** Direction of a language, from its tag. */
export function languageDirection(lang: string): Direction {
  const [primary = '', ...subtags] = lang.toLowerCase().split('-')
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag))
  return (script === undefined ? LANGUAGES.has(primary) : SCRIPTS.has(script)) ? 'rtl' : 'ltr'
}

/** Whether the text has a letter that runs from right to left. */
export function hasRtl(text: string): boolean {
  return RTL_LETTER.test(text)
}

/** Direction of a text by most of its words, not by its first letter as Unicode has it (UAX 9, P2); undefined where it has no letters. */
export function textDirection(text: string): Direction | undefined {
  const words = text.split(/\s+/).filter((word) => LETTER.test(word))
  if (words.length === 0) return undefined
  return words.filter(hasRtl).length / words.length >= RTL_SHARE ? 'rtl' : 'ltr'
}
