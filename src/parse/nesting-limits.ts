import type {Construct, Extension, TokenizeContext} from 'micromark-util-types'
import type {Passage} from './passage.ts'

/** No list or quote begins beyond this column: each level takes one at least, and each line costs as much as its depth. */
const maxContainerColumn = 150

/** Sequences of emphasis and the like in one paragraph: pairs are found by walking back, which is quadratic. */
const maxSequences = 1_000

/** Brackets open at once in one paragraph. */
const maxBrackets = 32

/** Beginnings of links and images in one paragraph: what becomes of them all is put together in quadratic time. */
const maxLabels = 3_000

/** Each unclosed comment in a paragraph would be looked through to its end. */
const maxCommentLength = 10_000

interface Count {
  sequences: number
  brackets: number
  /** Beginnings of links and images that wait for an end, at most. */
  labels: number
  /** Those that had theirs as well. */
  all: number
  /** Offset up to which brackets are counted. */
  seen: number
}

const codes = (characters: string): readonly number[] => Array.from(characters, (character) => character.charCodeAt(0))

const containers = {names: ['admonition', 'blockQuote', 'gfmFootnoteDefinition', 'list'], codes: codes('*+-0123456789>[!?')} as const
const sequences = {names: ['attention', 'highlight', 'strikethrough'], codes: codes('*_~=')} as const
const comments = {names: ['htmlText'], codes: codes('<')} as const
const commentEnds = [
  ['<!--', '-->'],
  ['<![', ']]>'],
  ['<!', '>'],
  ['<?', '?>']
] as const
const brackets = {names: ['labelStartImage', 'labelStartLink', 'wikiLink'], codes: codes('![')} as const
const labelEnds = {names: ['gfmPotentialFootnoteCall', 'labelEnd'], codes: codes(']')} as const

/**
 * Keeps hostile nesting from exhausting stack and time: what goes deeper than any author is text.
 *
 * micromark's constructs cannot be taken out or wrapped one by one (list items refer to themselves), but it asks before each attempt
 * whether a construct is disabled: one construct that matches nothing stands before the real ones and disables them, one behind enables them.
 *
 * @param report - Told the offset in the text at which a limit was met.
 */
export function nestingLimits(passage: Passage, report: (offset: number) => void): Extension {
  const {text} = passage
  const counts = new WeakMap<object, Count>()
  return {
    document: guards(containers, (context) => reported(context, context.now().column > maxContainerColumn)),
    text: {
      ...guards(sequences, (context) => reported(context, countSequence(context) > maxSequences)),
      ...guards(brackets, (context) => {
        const count = countsOf(context)
        const isOff = reported(context, openBrackets(context) >= maxBrackets || ++count.all > maxLabels)
        if (!isOff) count.labels++
        return isOff
      }),
      ...guards(labelEnds, (context) => !takeLabel(countsOf(context))),
      ...guards(comments, (context) => isUnclosed(passage.start + context.now().offset))
    }
  }

  /** Underscores within names begin and end nothing. */
  function countSequence(context: TokenizeContext): number {
    const offset = passage.start + context.now().offset
    const inName = /^\w_\w/.test(text.slice(Math.max(0, offset - 1), offset + 2))
    if (!inName) countsOf(context).sequences++
    return countsOf(context).sequences
  }

  function reported(context: TokenizeContext, isTooDeep: boolean): boolean {
    if (isTooDeep) report(passage.start + context.now().offset)
    return isTooDeep
  }

  /** Each end of a label takes one beginning; one without would be looked for through all that is before it. */
  function takeLabel(count: Count): boolean {
    if (count.labels === 0) return false
    count.labels--
    return true
  }

  function isUnclosed(offset: number): boolean {
    const end = commentEnds.find(([beginning]) => text.startsWith(beginning, offset))?.[1]
    return end !== undefined && !text.slice(offset, offset + maxCommentLength).includes(end)
  }

  /** Brackets opened and not closed before a place in its paragraph; looks at each character once. */
  function openBrackets(context: TokenizeContext): number {
    const {start} = passage
    const count = countsOf(context)
    const {offset} = context.now()
    for (let index = count.seen; index < offset; index++) {
      const character = text[start + index]
      if (character === '[') count.brackets++
      else if (character === ']' && count.brackets > 0) count.brackets--
    }
    count.seen = offset
    return count.brackets
  }

  function countsOf(context: TokenizeContext): Count {
    const known = counts.get(context.events) ?? {sequences: 0, brackets: 0, labels: 0, all: 0, seen: context.now().offset}
    counts.set(context.events, known)
    return known
  }

  function guards(
    {names, codes}: {readonly names: readonly string[]; readonly codes: readonly number[]},
    isOff: (context: TokenizeContext) => boolean
  ): Record<number, Construct[]> {
    return Object.fromEntries(
      codes.map((code) => {
        const before = watcher((context) => {
          enable(context, names)
          if (isOff(context)) context.parser.constructs.disable.null?.push(...names)
        })
        const behind = watcher((context) => enable(context, names))
        return [code, [before, {...behind, add: 'after'}]]
      })
    )
  }
}

function enable({parser}: TokenizeContext, names: readonly string[]): void {
  const disabled = parser.constructs.disable.null ?? []
  if (names.every((name, index) => disabled.at(index - names.length) === name)) disabled.length -= names.length
}

/** A construct that matches nothing. */
function watcher(watch: (context: TokenizeContext) => void): Construct {
  return {
    partial: true,
    tokenize(_effects, _ok, nok) {
      watch(this)
      return nok
    }
  }
}
