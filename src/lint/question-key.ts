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
