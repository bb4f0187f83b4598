import {list} from 'micromark-core-commonmark'
import type {Construct, Extension, TokenizeContext} from 'micromark-util-types'
import type {Passage} from './passage.ts'

const digits = '0123456789'
const itemStart = / {0,3}(\d{1,9})[.)](?=\s|$)/y
const indent = / *(?=[^\s])/y

/** States of lists whose item at hand has a number of three digits, and one space behind it. */
const wide = new WeakSet<object>()

/**
 * Lets four spaces continue an item with a number of three digits. CommonMark asks for five, as many as `100. ` takes, and makes code
 * of the rest of the list: what was written with an editor's tab under 99 questions goes wrong under the hundredth, which no author means.
 */
export function wideNumbers(passage: Passage): Extension {
  const {text} = passage
  const construct: Construct = {
    ...list,
    tokenize(effects, ok, nok) {
      const number = numberAt(passage.start + this.now().offset)
      return list.tokenize.call(
        this,
        effects,
        (code) => {
          remember(this, number)
          return ok(code)
        },
        nok
      )
    },
    continuation: {
      tokenize(effects, ok, nok) {
        const state = this.containerState
        const at = passage.start + this.now().offset
        const number = numberAt(at)
        const size = state?.size
        const narrow = state !== undefined && typeof size === 'number' && wide.has(state) && indentAt(at) === size - 1
        if (narrow) state.size = size - 1
        return (list.continuation as Construct).tokenize.call(
          this,
          effects,
          (code) => {
            // A new item of the list has set its own size.
            if (narrow && state.size === size - 1) state.size = size
            else remember(this, number)
            return ok(code)
          },
          nok
        )
      }
    }
  }
  return {document: Object.fromEntries(Array.from(digits, (digit) => [digit.charCodeAt(0), construct]))}

  function numberAt(offset: number): number | undefined {
    itemStart.lastIndex = offset
    return itemStart.exec(text)?.[1]?.length
  }

  function indentAt(offset: number): number | undefined {
    indent.lastIndex = offset
    return indent.exec(text)?.[0].length
  }
}

function remember({containerState}: TokenizeContext, length: number | undefined): void {
  if (!containerState || length === undefined) return
  if (length === 3 && containerState.size === 5) wide.add(containerState)
  else wide.delete(containerState)
}
