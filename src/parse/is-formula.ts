/** What stands between two single dollars, with its neighbours. */
export interface DollarPair {
  readonly content: string
  /** Character before the opening dollar, `''` at the start. */
  readonly before: string
  /** Character behind the closing dollar, `''` at the end. */
  readonly after: string
  /** The document holds formulas that nobody could take for money, so plain numbers and names between dollars are formulas too. */
  readonly amongFormulas: boolean
}

const command = /\\(?:[a-zA-Z]+|[{}|,;!])/
const script = /(?<![\p{L}\p{N}])[\p{L})\]}]'?[_^][\p{L}\p{N}({\\+*-]|[\p{N})\]}]\^|[_^]\{|\^[\p{N}T*+-]/u
const relation = /[=<>≤≥≈≠±×·÷∈∉∑∏∫√∞→←⇒∀∃∂∇∪∩⊂⊆∝\u0370-\u03ff]/
/** Quotes, template braces, comments, addresses: code or prose, not a formula. */
const foreign = /["`;#@&{}]|(?<![\p{L})])'|\/\/|\p{L}:\p{L}/u
const operatorEnd = /[-+*/=<>,:.|&(]$/
const namedFunction =
  /\b(?:log|ln|exp|sin|cos|tan|tanh|max|min|arg|argmax|argmin|mod|lim|det|var|cov|gcd|lcm|dim|rank|sup|inf|sgn|sign)\b/gi
const word = /\p{L}{2,}/gu
const sentence = /\p{L}{2,}\s+\p{L}{2,}\s+\p{L}{2,}/u
const number = /^[\d.,\s]+$/

/**
 * Tells a formula from money, shell variables and templates: `$x^2$` and `$n$` are formulas, `$5 and $10`, `$HOME/$USER`, `${a}$` are text.
 * The dollars must hug the content on both sides (or on none, with TeX inside), and the content must speak for itself.
 */
export function isFormula({content, before, after, amongFormulas}: DollarPair): boolean {
  if (/^`[^`]+`$/.test(content)) return true // GitHub's own way to write a formula that Markdown must not touch.
  const startsTight = /^\S/.test(content)
  const tight = startsTight && /\S$/.test(content)
  if (/\d/.test(after) || (startsTight && !tight)) return false
  if (command.test(content) || script.test(content)) return tight || /\s$/.test(content)
  if (!tight || /[\p{L}\p{N}]/u.test(before) || /[\p{L}({_]/u.test(after)) return false
  if (foreign.test(content) || operatorEnd.test(content)) return false
  if (number.test(content)) return amongFormulas
  if (!content.replace(namedFunction, '').match(word)) return true
  return (amongFormulas || relation.test(content)) && !sentence.test(content)
}

/** Whether a document holds a formula that cannot be anything else. */
export function hasFormulas(text: string): boolean {
  return /\$[^$]{0,300}(?:\\[a-zA-Z]{2,}|[_^]\{|[a-zA-Z]\^\w)[^$]{0,300}\$/.test(text)
}
