import {math} from 'micromark-extension-math'
import type {Construct, Extension, State} from 'micromark-util-types'
import {hasFormulas, isFormula} from './is-formula.ts'
import type {Passage} from './passage.ts'

const dollar = 36

/** What the formulas of a passage depend on further away in its text. */
export interface FormulaSurvey {
  /** The file holds formulas beyond doubt (see `isFormula`). */
  readonly amongFormulas: boolean
  /** Whether a line of at least `size` dollars, and nothing else, follows the offset. */
  closesBehind(offset: number, size: number): boolean
}

/** @param amongFormulas - Known from the file that `text` was taken out of. @default found out from `text` */
export function surveyFormulas(text: string, amongFormulas: boolean = hasFormulas(text)): FormulaSurvey {
  const closings = Array.from(text.matchAll(/^[ \t>]*(\${2,})[ \t]*$/gm), ({index, 0: line, 1: dollars = ''}) => ({
    offset: index + line.indexOf('$'),
    size: dollars.length
  }))
  return {
    amongFormulas,
    closesBehind: (offset, size) => (closings.findLast((closing) => closing.size >= size)?.offset ?? -1) > offset
  }
}

/**
 * Math for micromark that leaves money alone: single dollars need evidence (see `isFormula`), and a `$$` block must be closed,
 * because one unclosed `$$` would turn the rest of the file into a formula.
 */
export function carefulMath(passage: Passage, survey: FormulaSurvey): Extension {
  const {flow, text: inline} = math()
  return {
    flow: {[dollar]: closedBlock(onlyConstruct(flow?.[dollar]), passage, survey)},
    text: {[dollar]: evidentFormula(onlyConstruct(inline?.[dollar]), passage, survey)}
  }
}

function onlyConstruct(constructs: Construct | Construct[] | undefined): Construct {
  const construct = Array.isArray(constructs) ? constructs[0] : constructs
  if (!construct) throw new TypeError('Expected micromark-extension-math to handle `$`')
  return construct
}

/** `$$` alone on its line, with a closing line further down. `$$x` at a line's start is left to the inline construct, which loses nothing. */
function closedBlock(block: Construct, passage: Passage, survey: FormulaSurvey): Construct {
  const {text} = passage
  return {
    ...block,
    tokenize(effects, ok, nok) {
      const offset = passage.start + this.now().offset
      const size = /^(\${2,})[ \t]*(?:[\r\n]|$)/.exec(text.slice(offset, offset + 100))?.[1]?.length
      return size !== undefined && survey.closesBehind(offset, size) ? block.tokenize.call(this, effects, ok, nok) : nok
    }
  }
}

function evidentFormula(formula: Construct, passage: Passage, {amongFormulas}: FormulaSurvey): Construct {
  const {text} = passage
  return {
    ...formula,
    tokenize(effects, ok, nok) {
      const {start} = passage
      const opening = start + this.now().offset
      const decide: State = (code) => {
        const closing = start + this.now().offset
        const raw = text.slice(opening, closing)
        const pair = {content: raw.slice(1, -1), before: text.charAt(opening - 1), after: text.charAt(closing), amongFormulas}
        return raw.startsWith('$$') || isFormula(pair) ? ok(code) : nok(code)
      }
      return effects.attempt(formula, decide, nok)
    }
  }
}
