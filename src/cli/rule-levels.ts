import {closest} from '../guide/closest.ts'
import {rules} from '../lint/rules.ts'
import {type RuleLevel, readLevel} from '../report/problem.ts'

/**
 * Reads `--rule long-answer=off,dead-anchor=error`, repeated or not, into levels by rule.
 *
 * @throws Error in words for the user, for a rule or a level that there is not.
 */
export function ruleLevels(value: string | readonly string[] | undefined): Record<string, RuleLevel> {
  const parts = [value ?? []].flat().flatMap((part) => part.split(','))
  return Object.fromEntries(
    parts.map((part) => {
      const [id = '', word = ''] = part.split('=').map((side) => side.trim())
      const level = readLevel(word)
      if (!rules.some((rule) => rule.id === id)) {
        const meant = closest(
          id,
          rules.map((rule) => rule.id)
        )
        throw new Error(`Unexpected rule \`${id}\` in --rule, expected ${meant ? `\`${meant}\`` : 'one of docs/rules.md'}`)
      }
      if (level === undefined) throw new Error(`Unexpected \`${part}\` in --rule, expected off, info, warning or error behind \`${id}=\``)
      return [id, level]
    })
  )
}
