import {htmlFlow} from 'micromark-core-commonmark'
import {markdownLineEnding} from 'micromark-util-character'
import type {Construct, Effects, Extension} from 'micromark-util-types'
import type {Passage} from './passage.ts'

const lessThan = 60
/** Scripts, comments and the like end at their own end mark, not at a blank line. */
const ownEnd = /^<(?:[!?]|(?:script|pre|style|textarea)(?=[\s>]))/i
const markdownLine = /^(?:[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|#{1,6}[ \t]+\S|`{3}|~{3}|\|.*\|[ \t]*$|!\[\[?)/
const lineBehind = /(?:\r\n|\n|\r)([ \t>]*)([^\r\n]*)/y
const verbatim = /<(\/?)(?:pre|script|style|textarea|code)(?=[\s>])/gi

/**
 * Ends an HTML block before a line that begins like Markdown's blocks: a list, fence, heading, quote or table right behind
 * `</summary><br>`. CommonMark leaves it raw up to the next blank line, which no author means. Inside of tags and of `<pre>` nothing ends.
 */
export function markdownEndsHtml(passage: Passage): Extension {
  const {text} = passage
  const construct: Construct = {
    ...htmlFlow,
    tokenize(effects, ok, nok) {
      const base = passage.start
      const {column, offset: opening} = this.now()
      if (ownEnd.test(text.slice(base + opening, base + opening + 12))) return htmlFlow.tokenize.call(this, effects, ok, nok)
      const isRaw = rawScanner(text, base + opening)
      const endsHere = () => {
        const offset = base + this.now().offset
        return startsMarkdown(text, offset, column + 2) && !isRaw(offset)
      }
      // The construct asks at each line's end whether a blank line follows; a yes ends the block there.
      const check: Effects['check'] = (question, yes, no) => (code) =>
        markdownLineEnding(code) && endsHere() ? yes(code) : effects.check(question, yes, no)(code)
      return htmlFlow.tokenize.call(this, {...effects, check}, ok, nok)
    }
  }
  return {flow: {[lessThan]: construct}}
}

/** Whether the line behind the line end at `offset` begins a block and is not indented so far that it would be code. */
function startsMarkdown(text: string, offset: number, maxIndent: number): boolean {
  lineBehind.lastIndex = offset
  const [, prefix = '', line = ''] = lineBehind.exec(text) ?? []
  return prefix.length <= maxIndent && markdownLine.test(line)
}

/** Tells for ascending offsets whether a tag or a verbatim element is open there; looks at each character once. */
function rawScanner(text: string, start: number): (offset: number) => boolean {
  let seen = start
  let inTag = false
  let depth = 0
  return (offset) => {
    const part = text.slice(seen, offset)
    seen = offset
    inTag = /<[a-z/][^<>]*$/i.test(part) || (inTag && !part.includes('>'))
    for (const [, closing] of part.matchAll(verbatim)) depth = closing ? Math.max(0, depth - 1) : depth + 1
    return inTag || depth > 0
  }
}
