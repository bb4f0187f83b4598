import type {Heading, RootContent} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {asks} from './asks.ts'
import {isFurniture} from './names-questions.ts'
import {onlyCounts} from './stem.ts'

/** Reads `## Question 3` right above `### What is a topic?` as one heading: the first only counts. */
export function mergeCountingHeadings(nodes: readonly RootContent[]): readonly RootContent[] {
  const merged: RootContent[] = []
  for (const node of nodes) {
    const above = merged.at(-1)
    const heading = above && merge(above, node)
    if (heading) merged[merged.length - 1] = heading
    else merged.push(node)
  }
  return merged
}

function merge(above: RootContent, node: RootContent): Heading | undefined {
  const [counting, heading] = [headingOf(above), headingOf(node)]
  if (!counting || !heading || heading.level < counting.level || !onlyCounts(counting.children)) return undefined
  const text = inlineText(heading.children).trim()
  // A heading "Task" or "Input" names a part of the exercise.
  if (isFurniture(text) || onlyCounts(heading.children) || (asks(text) < 0.3 && text.split(/\s+/).length < 4)) return undefined
  const position = above.position && node.position ? {position: {start: above.position.start, end: node.position.end}} : {}
  const label = inlineText(counting.children)
    .trim()
    .replace(/[.:：)]*$/u, ': ')
  return {
    type: 'heading',
    depth: counting.level as Heading['depth'],
    children: [{type: 'text', value: label}, ...heading.children],
    ...position
  }
}
