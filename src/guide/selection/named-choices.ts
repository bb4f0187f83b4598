import {closest} from '../closest.ts'
import {skeleton} from '../skeleton.ts'

/** More of them make a message that nobody reads. */
const MOST_NAMED = 12

/** `a` or `b` */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(' or ')
}

/** Ends a sentence: "; did you mean `Consumers`?", or the names that there are: "; there are `Topics`, `Consumers`." */
export function namedChoices(wanted: readonly string[], names: readonly string[]): string {
  const known = [...new Set(names)]
  const [word = ''] = wanted
  const key = skeleton(word)
  const meant = closest(word, known) ?? (key === '' ? undefined : known.find((name) => skeleton(name).includes(key)))
  if (meant !== undefined) return `; did you mean \`${meant}\`?`
  const shown = known.slice(0, MOST_NAMED).map((name) => `\`${name}\``)
  return `; there ${known.length === 1 ? 'is' : 'are'} ${shown.join(', ')}${known.length > MOST_NAMED ? ` and ${known.length - MOST_NAMED} more` : ''}.`
}
