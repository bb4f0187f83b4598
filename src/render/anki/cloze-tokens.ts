/** A piece of text seen as cloze markup. `literal`: Anki would read it as a marker, its author does not mean one. */
export interface ClozeToken {
  readonly type: 'open' | 'separator' | 'close' | 'literal' | 'text'
  readonly value: string
  /** Numbers of an `open`: `{{c1::`, `{{c1,2::` (Anki 26.05 on). */
  readonly numbers: readonly number[]
}

/** A cloze that is open while text is read. `scope` parts code and formulas from the text around them: a marker closes where it was opened. */
export interface OpenCloze {
  readonly scope: unknown
  braces: number
  hinted: boolean
}

const pattern = /\{\{c(\d+(?:,\d+)*)::|::|[{}]/g

/**
 * Reads cloze markup as its author means it: `}}` closes when the braces since the opening are balanced, so that `\frac{a}{b}` or the
 * body of a function fits inside, else, when that would leave it open, the first `}}` as in Anki; the first `::` starts the hint.
 * `open` carries over from one text to the next.
 */
export function clozeTokens(text: string, open: OpenCloze[], scope: unknown): ClozeToken[] {
  const before = open.map((cloze) => ({...cloze}))
  const tokens = read(text, open, scope, true)
  if (open.length <= before.length || !text.includes('}}')) return tokens
  open.splice(0, open.length, ...before)
  return read(text, open, scope, false)
}

function read(text: string, open: OpenCloze[], scope: unknown, balanced: boolean): ClozeToken[] {
  const tokens: ClozeToken[] = []
  let end = 0
  const push = (type: ClozeToken['type'], value: string, numbers: readonly number[] = []) => {
    if (value !== '') tokens.push({type, value, numbers})
  }
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    push('text', text.slice(end, match.index))
    const [value, numbers] = match
    const top = open.at(-1)
    const here = top?.scope === scope ? top : undefined
    end = match.index + value.length
    if (numbers !== undefined) {
      open.push({scope, braces: 0, hinted: false})
      push('open', value, numbers.split(',').map(Number))
    } else if (value === '::') {
      const starts = here !== undefined && !here.hinted && here.braces === 0
      if (starts) here.hinted = true
      push(starts ? 'separator' : top ? 'literal' : 'text', value)
    } else if (value === '}' && here?.braces === 0 && text[end] === '}') {
      open.pop()
      end += 1
      push('close', '}}')
    } else {
      if (here && balanced) here.braces = Math.max(0, here.braces + (value === '{' ? 1 : -1))
      push(value === '}' && top ? 'literal' : 'text', value)
    }
    pattern.lastIndex = end
  }
  push('text', text.slice(end))
  return tokens
}
