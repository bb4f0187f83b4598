import type {Root} from 'mdast'
import {eachNode} from '../mdast/each-node.ts'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {toSlug} from '../mdast/to-slug.ts'

/** A heading and the fragment that GitHub gives it. */
export interface HeadingAnchor {
  /** From 1. */
  readonly line: number
  /** From 0; -1 where the tree has no places. */
  readonly offset: number
  /** The fragment of the first such heading. */
  readonly base: string
  readonly fragment: string
}

/** Fragments of all headings of a file in source order; equal ones are numbered from the second on. */
export function headingAnchors(tree: Root): readonly HeadingAnchor[] {
  const counts = new Map<string, number>()
  const found: HeadingAnchor[] = []
  eachNode(tree, (node) => {
    const heading = headingOf(node)
    if (!heading) return
    const base = toSlug(inlineText(heading.children))
    const count = counts.get(base) ?? 0
    counts.set(base, count + 1)
    const {line = 0, offset = -1} = node.position?.start ?? {}
    found.push({line, offset, base, fragment: count === 0 ? base : `${base}-${count}`})
  })
  return found
}
