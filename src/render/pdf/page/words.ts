/** Fixed words of the layouts in one language: templates/pdf/words/<language>.json. */
export interface Words {
  readonly contents: string
  readonly key: string
  /** In front of a number. */
  readonly page: string
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
  /** `#` stands for the number; forms by CLDR's plural rules. */
  readonly questions: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {readonly other: string}
}

/** Languages that layouts speak, by their first subtag. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru']

/** The language whose words a guide gets: its own (`de-AT` is `de`), else English. */
export function wordsLanguage(lang: string): string {
  const primary = lang.toLowerCase().split('-')[0] ?? ''
  return LANGUAGES.includes(primary) ? primary : 'en'
}

/** `12 questions` in the language of the words. */
export function countQuestions(count: number, words: Words, language: string): string {
  const form = words.questions[new Intl.PluralRules(language).select(count)] ?? words.questions.other
  return form.replace('#', String(count))
}
