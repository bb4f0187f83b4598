import type {PhrasingContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'

/** Part of a paragraph and where its text begins and ends in the paragraph's, from 0. */
export interface Placed {
  readonly child: PhrasingContent
  readonly at: number
  readonly end: number
}

/**
 * Finds what stands at an offset of a paragraph's text and behind it. A paragraph can have a line break for each of thousands of lines,
 * and each line is looked at: walking from the first child every time would be quadratic.
 */
export function placedChildren(children: readonly PhrasingContent[]): (offset: number) => Iterable<Placed> {
  let known: readonly Placed[] | undefined
  return function* (offset) {
    known ??= place(children)
    const placed = known
    let [low, high] = [0, placed.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((placed[middle]?.end ?? 0) < offset) low = middle + 1
      else high = middle
    }
    for (let index = low; index < placed.length; index++) {
      const one = placed[index]
      if (one) yield one
    }
  }
}

function place(children: readonly PhrasingContent[]): readonly Placed[] {
  let length = 0
  return children.map((child) => {
    const at = length
    length += inlineText(child).length
    return {child, at, end: length}
  })
}
