/** Fixed words of the layouts in one language: templates/pdf/words/<language>.json. */
export interface Words {
  readonly contents: string
  readonly key: string
  /** In front of a number. */
  readonly page: string
  /** With the space behind it, where there is one. */
  readonly comma: string
  readonly name: string
  readonly date: string
  readonly candidate: string
  readonly interviewer: string
  readonly score: string
  readonly notes: string
  readonly errata: string
  readonly new: string
  readonly reworded: string
  readonly changed: string
  /** In front of what a question said before. */
  readonly before: string
  readonly calibration: string
  readonly turnLong: string
  readonly turnShort: string
  readonly oneSide: string
  /** `#` stands for the length in millimetres. */
  readonly checkRule: string
  readonly readDrift: string
  /** In front of an option. */
  readonly printedWith: string
  readonly addRead: string
  readonly front: string
  readonly back: string
  /** Titles of alerts that bring none, by kind: `note`, `tip`, `important`, `warning`, `caution`. */
  readonly alerts?: Readonly<Record<string, string>> | undefined
  /** `#` stands for the number; forms by CLDR's plural rules. */
  readonly questions: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {readonly other: string}
}

/** Languages that layouts speak, by their first subtag. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru', 'ar', 'he', 'fa', 'zh', 'ja', 'ko']

/** The language whose words a guide gets: its own (`de-AT` is `de`), else English. Chinese has two scripts. */
export function wordsLanguage(lang: string): string {
  const primary = lang.toLowerCase().split('-')[0] ?? ''
  if (isTraditionalChinese(lang)) return 'zh-Hant'
  return LANGUAGES.includes(primary) ? primary : 'en'
}

/** `zh-Hant`, or a region that writes so. */
export function isTraditionalChinese(lang: string): boolean {
  return /^zh(?:-\w+)*-(?:hant|tw|hk|mo)\b/i.test(lang) && !/-hans\b/i.test(lang)
}

/** `12 questions` in the language of the words. */
export function countQuestions(count: number, words: Words, language: string): string {
  const form = words.questions[new Intl.PluralRules(language).select(count)] ?? words.questions.other
  return form.replace('#', String(count))
}
