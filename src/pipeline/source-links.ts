import type {Candidate} from '../guide/candidate.ts'
import {type HeadingAnchor, headingAnchors} from '../guide/heading-anchors.ts'
import type {Source} from '../guide/source.ts'
import {sourceOf} from './gather-folders.ts'
import type {Draft} from './read-drafts.ts'

/**
 * The address of each candidate's source on the web: base, path, and the nearest heading at or above the question. No line: lines move.
 *
 * @param base - Address of the folder that the lock lies in.
 * @param pathOf - Path of a source relative to the lock; undefined for standard input.
 */
export function sourceLinks(draft: Draft, base: string, pathOf: (source: Source) => string | undefined): readonly string[] {
  // The tree of a folder that was gathered is none of its files'.
  const anchors = draft.members ? [] : headingAnchors(draft.tree)
  return draft.extraction.candidates.map((candidate) => {
    const path = pathOf(sourceOf(draft, candidate))
    const address = path === undefined ? base : `${base.replace(/\/*$/, '/')}${path.split('/').map(encodeURIComponent).join('/')}`
    const fragment = nearest(anchors, candidate)
    return fragment === undefined ? address : `${address}#${encodeURIComponent(fragment)}`
  })
}

function nearest(anchors: readonly HeadingAnchor[], {position}: Candidate): string | undefined {
  return anchors.findLast(({line, fragment}) => line <= position.start.line && fragment !== '')?.fragment
}
