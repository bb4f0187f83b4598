import type {Card} from '../../../guide/card.ts'
import type {Guide} from '../../../guide/guide.ts'
import {toPlainText} from '../../../mdast/to-plain-text.ts'
import {countText} from '../../../report/count-text.ts'
import {addProblem} from '../../../report/problem.ts'
import type {RenderContext} from '../../renderer.ts'
import {nameOfCharacter} from './name-of-character.ts'
import {packageOf, scripts} from './scripts.ts'

/**
 * Tells, once a script, where characters are that no font in the document has. Of scripts that systems have fonts for, those draw them
 * (`borrowed-font`); other characters may have none (`missing-glyph`).
 */
export function reportForeignScripts(
  guide: Guide,
  missing: ReadonlySet<string>,
  {file, fileOf}: Pick<RenderContext, 'file' | 'fileOf'>
): void {
  const files = new Set([file, ...guide.cards.map((card) => fileOf?.(card) ?? file)])
  const isTold = [...files].some(({messages}) => messages.some(({ruleId}) => ruleId === 'borrowed-font' || ruleId === 'missing-glyph'))
  if (missing.size === 0 || isTold) return // Told for the layout before.
  const groups = Map.groupBy(missing, (character) => scripts.find(({pattern}) => pattern.test(character)))
  const texts = guide.cards.map((card) => [card, textOf(card)] as const)
  for (const [script, characters] of groups) {
    const first = texts.find(([, text]) => characters.some((character) => text.includes(character)))
    const cards = texts.filter(([, text]) => characters.some((character) => text.includes(character))).length
    const [family = ''] = script?.families(guide.lang, texts.map(([, text]) => text).join('')) ?? []
    const what = script ? `${script.name} characters` : 'characters'
    addProblem((first && fileOf?.(first[0])) ?? file, {
      severity: 'warning',
      ruleId: script ? 'borrowed-font' : 'missing-glyph',
      reason: `Unexpected ${what} ${listOf(characters)} in ${countText(cards, 'card')}, expected characters that the embedded fonts have`,
      place: first?.[0].position,
      note: script
        ? `A font of this system is used, and the PDF may differ on others. \`npm install ${packageOf(family)}\` beside cardpress puts a font into the file. On Debian and Ubuntu: \`sudo apt-get install ${script.debian}\``
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
