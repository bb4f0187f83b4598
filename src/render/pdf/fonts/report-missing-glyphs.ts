import type {Card} from '../../../guide/card.ts'
import type {Guide} from '../../../guide/guide.ts'
import {toPlainText} from '../../../mdast/to-plain-text.ts'
import {addProblem} from '../../../report/problem.ts'
import type {RenderContext} from '../../renderer.ts'
import {nameOfCharacter} from './name-of-character.ts'

/** Scripts that cardpress brings no font for, and the Debian package that does. */
const SCRIPTS: readonly (readonly [script: string, pattern: RegExp, packageName: string])[] = [
  [
    'Chinese, Japanese or Korean',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
    'fonts-noto-cjk'
  ],
  ['Arabic', /\p{Script=Arabic}/u, 'fonts-noto-core'],
  ['Hebrew', /\p{Script=Hebrew}/u, 'fonts-noto-core'],
  ['Thai', /\p{Script=Thai}/u, 'fonts-noto-core'],
  ['Devanagari', /\p{Script=Devanagari}/u, 'fonts-noto-core']
]

const RULE = 'missing-glyph'

/** Tells, once a script, where characters are that none of the embedded fonts has; the browser takes a font of the system for them, if there is one. */
export function reportMissingGlyphs(
  guide: Guide,
  missing: ReadonlySet<string>,
  {file, fileOf}: Pick<RenderContext, 'file' | 'fileOf'>
): void {
  const files = new Set([file, ...guide.cards.map((card) => fileOf?.(card) ?? file)])
  if (missing.size === 0 || [...files].some(({messages}) => messages.some(({ruleId}) => ruleId === RULE))) return // Told for the layout before.
  const groups = Map.groupBy(missing, (character) => SCRIPTS.find(([, pattern]) => pattern.test(character)))
  const texts = guide.cards.map((card) => [card, textOf(card)] as const)
  for (const [script, characters] of groups) {
    const first = texts.find(([, text]) => characters.some((character) => text.includes(character)))
    const cards = texts.filter(([, text]) => characters.some((character) => text.includes(character))).length
    const what = script ? `${script[0]} characters` : 'characters'
    addProblem((first && fileOf?.(first[0])) ?? file, {
      severity: 'warning',
      ruleId: RULE,
      reason: `Unexpected ${what} ${listOf(characters)} in ${cards} ${cards === 1 ? 'card' : 'cards'}, expected characters that the embedded fonts have`,
      place: first?.[0].position,
      note: script
        ? `A font of this system is used for them, if there is one; the PDF may differ elsewhere. On Debian and Ubuntu: sudo apt-get install ${script[2]}`
        : 'A font of this system is used for them, if there is one; the PDF may differ elsewhere.'
    })
  }
}

function listOf(characters: readonly string[]): string {
  const named = characters.slice(0, 3).map(nameOfCharacter)
  return characters.length > 3 ? `${named.join(', ')} and ${characters.length - 3} more` : named.join(', ')
}

function textOf({question, options, answer, explanation}: Card): string {
  return toPlainText({type: 'root', children: [...question, ...options.flatMap(({content}) => content), ...answer, ...explanation]})
}
