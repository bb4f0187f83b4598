import type {PhrasingContent} from 'mdast'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {questionLabel} from './answer-label.ts'
import {readOrdinal} from './ordinal.ts'
import {isTopLink} from './trim-noise.ts'

/** `IV.`, `b)`: too often the number of a chapter or a choice to speak for a question, and no part of one. */
const lettered = /^\s*(?:[IVX]{1,5}|[a-z])[.)]\s+(?=\p{L})/u

/** Takes ordinals, labels, anchors and links to the top off a question, and the emphasis around all of it. */
export function toStem(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  let stem = trimInline(unwrap(nodes.filter((node) => !isTopLink(node) && !isEmptyAnchor(node))))
  for (let turn = 0; turn < 3; turn++) {
    const text = inlineText(stem)
    const length = questionLabel.exec(text)?.[0].length ?? readOrdinal(text)?.length ?? lettered.exec(text)?.[0].length ?? 0
    if (length === 0 || length >= text.trimEnd().length) break
    stem = trimInline(unwrap(sliceInline(stem, length)))
  }
  return stem
}

/** Without white space at both ends. */
export function trimInline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const text = inlineText(nodes)
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  if (start === 0 && end === text.length) return [...nodes]
  return sliceInline(nodes, start, end)
}

/** Emphasis around a whole question is layout, not emphasis. */
function unwrap(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const speaking = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  const only = speaking.length === 1 ? speaking[0] : undefined
  if (only?.type === 'strong' || only?.type === 'emphasis') return unwrap(only.children)
  if (only?.type === 'htmlElement' && ['b', 'strong', 'i', 'em', 'u', 'span', 'font', 'big'].includes(only.tagName))
    return unwrap(only.children as PhrasingContent[])
  return nodes
}

function isEmptyAnchor(node: PhrasingContent): boolean {
  return (node.type === 'htmlElement' && node.tagName === 'a' && inlineText(node).trim() === '') || node.type === 'html'
}

/** Whether a heading only counts ("Question 4", "3."); the question then stands below it. */
export function onlyCounts(nodes: readonly PhrasingContent[]): boolean {
  const text = inlineText(nodes).trim()
  const label = questionLabel.exec(text)?.[0].length ?? readOrdinal(text)?.length
  return label !== undefined && label >= text.length
}
