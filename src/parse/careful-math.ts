import {math} from 'micromark-extension-math'
import type {Construct, Extension, State} from 'micromark-util-types'
import {hasFormulas, isFormula} from './is-formula.ts'

const dollar = 36

/**
 * Math for micromark that leaves money alone: single dollars need evidence (see `isFormula`), and a `$$` block must be closed,
 * because one unclosed `$$` would turn the rest of the file into a formula.
 *
 * @param text - The very text that is parsed: offsets of the tokenizer index it.
 * @param amongFormulas - Whether the file that `text` is from holds formulas beyond doubt.
 */
export function carefulMath(text: string, amongFormulas: boolean = hasFormulas(text)): Extension {
  const {flow, text: inline} = math()
  return {
    flow: {[dollar]: closedBlock(onlyConstruct(flow?.[dollar]), text)},
    text: {[dollar]: evidentFormula(onlyConstruct(inline?.[dollar]), text, amongFormulas)}
  }
}

function onlyConstruct(constructs: Construct | Construct[] | undefined): Construct {
  const construct = Array.isArray(constructs) ? constructs[0] : constructs
  if (!construct) throw new TypeError('Expected micromark-extension-math to handle `$`')
  return construct
}

/** `$$` alone on its line, with a closing line further down. `$$x` at a line's start is left to the inline construct, which loses nothing. */
function closedBlock(block: Construct, text: string): Construct {
  const closings = [...text.matchAll(/^[ \t>]*(\${2,})[ \t]*$/gm)].map((match) => ({
    offset: match.index + match[0].indexOf('$'),
    size: match[1]?.length ?? 0
  }))
  return {
    ...block,
    tokenize(effects, ok, nok) {
      const {offset} = this.now()
      const size = /^(\${2,})[ \t]*(?:[\r\n]|$)/.exec(text.slice(offset, offset + 100))?.[1]?.length
      const closed = size !== undefined && closings.findLast((closing) => closing.size >= size && closing.offset > offset)
      return closed ? block.tokenize.call(this, effects, ok, nok) : nok
    }
  }
}

function evidentFormula(formula: Construct, text: string, amongFormulas: boolean): Construct {
  return {
    ...formula,
    tokenize(effects, ok, nok) {
      const start = this.now().offset
      return effects.attempt(
        formula,
        decide(() => this.now().offset),
        nok
      )

      function decide(end: () => number): State {
        return (code) => {
          const raw = text.slice(start, end())
          if (raw.startsWith('$$')) return ok(code)
          const pair = {content: raw.slice(1, -1), before: text.charAt(start - 1), after: text.charAt(end()), amongFormulas}
          return isFormula(pair) ? ok(code) : nok(code)
        }
      }
    }
  }
}
