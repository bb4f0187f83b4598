import type {Candidate} from '../guide/candidate.ts'
import {questionSkeleton} from '../guide/question-skeleton.ts'
import {stemOf} from './stem-of.ts'

/** Words that say how a question is put and not what it asks. Other languages have none here: their questions are alike only with the same words. */
const fillers: ReadonlySet<string> = new Set(
  'a an the is are was were be do does did of in on for it its by and or me us i you we your some any please briefly short explain describe define discuss tell what which about mean meant meaning term concept definition understand know have'.split(
    ' '
  )
)

/** Words that compare, whose order makes no difference. */
const comparing: ReadonlySet<string> = new Set([
  'difference',
  'differ',
  'different',
  'differentiate',
  'vs',
  'versus',
  'compare',
  'between',
  'from'
])

/**
 * What a question asks, however it is put: "What is a topic?", "Explain topics." and "Define the term *topic*" have one key,
 * "How do you turn a string into a number?" and its reverse have two. Empty when nothing is left.
 * Sets of words that nearly agree were tried too (Jaccard from .7): in a dozen READMEs they paired L1 with L2 regularisation and
 * found nothing that this had missed.
 */
export function questionKey(stem: string): string {
  const words =
    stem
      .normalize('NFKC')
      .toLowerCase()
      .match(word)
      ?.map(singular)
      .filter((found) => found !== '' && !fillers.has(found)) ?? []
  if (!words.some((found) => comparing.has(found) && found !== 'from')) return words.join(' ')
  return ['difference', ...words.filter((found) => !comparing.has(found)).sort()].join(' ')
}

/**
 * What a question says, sign by sign where signs make the difference: `C`, `C++` and `C#` have letters in common and ask three things.
 * Empty when nothing is asked.
 */
export function exactKey(candidate: Candidate): string {
  const letters = questionSkeleton(candidate)
  const signs =
    stemOf(candidate)
      .replace(/[!\s]+$/, '')
      .match(/[+#=<>&|!%^~@$\\/*]/g) ?? []
  return letters && `${letters} ${signs.join('')}`
}

/** Words with the signs that names in programming have: `c++`, `c#`, `node.js`, and operators. */
const word = /[\p{L}\p{M}\p{N}_$]+(?:[.'’/-][\p{L}\p{M}\p{N}_$]+)*[+#*]*|[=!<>&|?:]{1,3}=?/gu

function singular(found: string): string {
  const own = found.replace(/['’]s$/, '')
  if (/[=!<>&|?:]/.test(own)) return /^[?:!.]$/.test(own) ? '' : own
  if (own.length < 4 || !/[^su]s$/.test(own) || /is$/.test(own)) return own
  return own
    .replace(/(?<=[^aeiou])ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x)es$/, '')
    .replace(/(?<=[^s])s$/, '')
}
