import {isTraditionalChinese} from '../page/words.ts'

/** A script that cardpress brings no font for. */
export interface Script {
  readonly name: string
  readonly pattern: RegExp
  /** Families that draw it, each an `@fontsource` package of its name, the best first. */
  readonly families: (lang: string, text: string) => readonly string[]
  /** Debian's package. */
  readonly debian: string
  /** Fonts of systems that go before what else would draw it. @default The browser chooses */
  readonly local?: string
}

const CHINESE = {sc: 'Noto Sans SC', tc: 'Noto Sans TC', hk: 'Noto Sans HK'} as const
const JAPANESE = 'Noto Sans JP'
const KOREAN = 'Noto Sans KR'

/** Marks shared by several scripts count for each of them (`scx`): an Arabic comma wants an Arabic font. */
export const scripts: readonly Script[] = [
  {
    name: 'Arabic',
    pattern: /\p{scx=Arabic}/u,
    // Noto draws letters and dots apart: copied text has gaps between letters.
    families: () => ['Vazirmatn', 'Noto Sans Arabic'],
    debian: 'fonts-noto-core',
    // DejaVu Mono has the letters, all of one width; it is what is left where there is none of these.
    local: "Vazirmatn,'Noto Sans Arabic','Noto Naskh Arabic','Geeza Pro','Segoe UI',Tahoma,'DejaVu Sans','DejaVu Letters'"
  },
  {name: 'Hebrew', pattern: /\p{scx=Hebrew}/u, families: () => ['Noto Sans Hebrew'], debian: 'fonts-noto-core'},
  {name: 'Thai', pattern: /\p{scx=Thai}/u, families: () => ['Noto Sans Thai'], debian: 'fonts-noto-core'},
  {name: 'Devanagari', pattern: /\p{scx=Devanagari}/u, families: () => ['Noto Sans Devanagari'], debian: 'fonts-noto-core'},
  {
    name: 'Chinese, Japanese or Korean',
    pattern: /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
    families: (lang, text) => {
      const own = eastAsian(lang, text)
      return [own, ...[CHINESE.sc, CHINESE.tc, JAPANESE, KOREAN].filter((family) => family !== own)]
    },
    debian: 'fonts-noto-cjk'
  }
]

/** What a family is called as a package. */
export function packageOf(family: string): string {
  return `@fontsource/${family.toLowerCase().replaceAll(' ', '-')}`
}

/** The same characters look different in China, Taiwan, Hong Kong, Japan and Korea: language decides, else the other letters around. */
function eastAsian(lang: string, text: string): string {
  if (/^zh\b/i.test(lang)) return /-(?:hk|mo)\b/i.test(lang) ? CHINESE.hk : isTraditionalChinese(lang) ? CHINESE.tc : CHINESE.sc
  if (/^ja\b/i.test(lang) || (!/^ko\b/i.test(lang) && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))) return JAPANESE
  return /^ko\b/i.test(lang) || /\p{Script=Hangul}/u.test(text) ? KOREAN : CHINESE.sc
}
