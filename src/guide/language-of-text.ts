/** Languages by their letters; of those with the same ones, the first whose own signs occur. */
const LANGUAGES: readonly (readonly [script: RegExp, languages: readonly (readonly [lang: string, signs?: RegExp])[]])[] = [
  [/\p{Script=Hebrew}/u, [['he']]],
  [/\p{Script=Arabic}/u, [['ur', /[ٹڈڑے]/u], ['fa', /[پچژگ]/u], ['ar']]],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, [['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u], ['zh']]],
  [/\p{Script=Hangul}/u, [['ko']]],
  [/\p{Script=Thai}/u, [['th']]],
  [
    /\p{Script=Cyrillic}/u,
    [
      ['uk', /[іїєґ]/iu],
      ['ru', /[ыэё]/iu]
    ]
  ]
]

/** Words; in scripts without spaces between them, two signs each. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,2}|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu

/** The language of a text, where the letters of most words tell it; those of English serve many languages, and tell nothing. */
export function languageOfText(text: string): string | undefined {
  const words = (text.match(WORDS) ?? []).filter((word) => /\p{L}/u.test(word))
  for (const [script, languages] of LANGUAGES)
    if (words.filter((word) => script.test(word)).length > words.length / 2)
      return languages.find(([, signs]) => signs === undefined || signs.test(text))?.[0]
  return undefined
}
