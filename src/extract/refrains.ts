import type {RootContent} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {answerLabel} from './answer-label.ts'
import type {Block} from './flow.ts'
import {onlyCounts} from './stem.ts'
import {isNoise} from './trim-noise.ts'

/** Headings that come back three times or more, each time with nothing below ("Any doubts?"): they end a card and are none. */
export function refrains(blocks: readonly Block[]): ReadonlySet<RootContent> {
  const byText = new Map<string, RootContent[]>()
  for (const {node, index} of blocks) {
    const heading = headingOf(node)
    if (!heading || onlyCounts(heading.children) || !isEmptyBelow(blocks, index)) continue
    const text = inlineText(heading.children).trim().toLowerCase()
    if (text !== '' && !answerLabel.test(text)) byText.set(text, [...(byText.get(text) ?? []), node])
  }
  return new Set([...byText.values()].filter((same) => same.length >= 3).flat())
}

function isEmptyBelow(blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1, index + 4).find(({node}) => !isNoise(node))
  return next === undefined ? index + 4 >= blocks.length : headingOf(next.node) !== undefined
}
