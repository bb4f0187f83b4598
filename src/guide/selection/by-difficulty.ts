import {toPlainText} from '../../mdast/to-plain-text.ts'
import type {Card} from '../card.ts'
import type {Selection} from './selection.ts'

export const difficulties = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof difficulties)[number]

/** What authors write for the three levels, as tags and in headings. */
const WORDS: readonly (readonly [Difficulty, RegExp])[] = [
  ['easy', /\b(?:easy|beginners?|basics?|junior|entry[ -]level|simple)\b/i],
  ['medium', /\b(?:medium|intermediate|mid(?:dle)?(?:[ -]level)?|moderate)\b/i],
  ['hard', /\b(?:hard|advanced|experts?|senior|difficult)\b/i]
]

/** Filled stars up to three; lights. */
const SIGNS: readonly (readonly [Difficulty, RegExp])[] = [
  ['easy', /🟢|(?<![⭐★])[⭐★](?![⭐★])/u],
  ['medium', /[🟡🟠]|(?<![⭐★])[⭐★]{2}(?![⭐★])/u],
  ['hard', /🔴|[⭐★]{3}/u]
]

/** How hard a card says it is: by its tags, a sign in its question, else the innermost heading that names one level. Undefined where it says nothing. */
export function difficultyOf({tags, question, section}: Card): Difficulty | undefined {
  const [stem] = question
  return (
    tags.map((tag) => only(WORDS, tag)).find(Boolean) ??
    only(SIGNS, stem ? toPlainText(stem) : '') ??
    section.map((heading) => only(WORDS, heading) ?? only(SIGNS, heading)).findLast(Boolean)
  )
}

/** Cards of these levels. */
export function byDifficulty(wanted: readonly Difficulty[]): Selection {
  return {
    name: wanted.join('-'),
    choose: ({cards}) => cards.filter((card) => wanted.some((level) => level === difficultyOf(card))),
    missed: (guides) => {
      const levels = guides.flatMap(({cards}) => cards.map(difficultyOf))
      const known = difficulties.filter((level) => levels.includes(level))
      return known.length === 0
        ? 'No question says how difficult it is: by a tag such as `#easy`, a sign (🟢, ⭐⭐) or a heading such as "Advanced".'
        : `No question is ${wanted.join(' or ')}; there are ${known.map((level) => `${count(levels, level)} ${level}`).join(', ')} ones.`
    }
  }
}

/** The level whose pattern matches, where only one does: "Easy to hard" names none. */
function only(patterns: readonly (readonly [Difficulty, RegExp])[], text: string): Difficulty | undefined {
  const found = patterns.filter(([, pattern]) => pattern.test(text.replaceAll('\ufe0f', '')))
  return found.length === 1 ? found[0]?.[0] : undefined
}

function count(levels: readonly (Difficulty | undefined)[], level: Difficulty): number {
  return levels.filter((other) => other === level).length
}
