import type {List, ListItem, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Candidate} from '../guide/candidate.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import type {Survey} from './survey.ts'

/** A line that Markdown adds to the bullet above it although it stands where the list stands. */
export interface LazyLine {
  /** From 1, in the source. */
  readonly line: number
  readonly text: string
}

/**
 * Gives lazy continuation lines after a list back to the answer as a paragraph of their own. A line counts as one when it stands
 * at the list's indent or further left, below the last item, begins a sentence, and the item above it was finished: hard-wrapped
 * text, whose lines run on, stays in its item.
 */
export function withoutLazyLines(candidate: Candidate, survey: Survey): {candidate: Candidate; lazy: readonly LazyLine[]} {
  const lazy: LazyLine[] = []
  const settle = (nodes: readonly RootContent[]) => nodes.flatMap((node) => (node.type === 'list' ? split(node, survey, lazy) : [node]))
  const answer = settle(candidate.answer)
  const explanation = settle(candidate.explanation)
  return lazy.length === 0 ? {candidate, lazy} : {candidate: {...candidate, answer, explanation}, lazy}
}

function split(list: List, survey: Survey, lazy: LazyLine[]): RootContent[] {
  const item = list.children.at(-1)
  const paragraph = item?.children.at(-1)
  if (!item || paragraph?.type !== 'paragraph') return [list]
  const at = lazyOffset(list, paragraph, survey)
  if (at === undefined) return [list]
  const text = inlineText(paragraph.children)
  const line = (paragraph.position?.start.line ?? 1) + text.slice(0, at).split('\n').length - 1
  lazy.push({line, text: text.slice(at).split('\n', 1)[0] ?? ''})
  const shortened: ListItem = {
    ...item,
    children: [...item.children.slice(0, -1), {...paragraph, children: trimEnd(sliceInline(paragraph.children, 0, at))}]
  }
  const tail = sliceInline(paragraph.children, at)
  const start = {line, column: 1, offset: survey.lineOffsets[line - 1] ?? paragraph.position?.start.offset ?? 0}
  const own: Paragraph = {
    type: 'paragraph',
    children: tail,
    ...(paragraph.position ? {position: {start, end: paragraph.position.end}} : {})
  }
  return [{...list, children: [...list.children.slice(0, -1), shortened]}, own]
}

/** Offset in the paragraph's text at which its lazy lines begin. */
function lazyOffset(list: List, paragraph: Paragraph, survey: Survey): number | undefined {
  const column = list.position?.start.column
  const first = paragraph.position?.start.line
  if (column === undefined || first === undefined) return undefined
  const lines = inlineText(paragraph.children).split('\n')
  let offset = 0
  for (const [index, line] of lines.entries()) {
    const source = survey.lines[first - 1 + index] ?? ''
    const indent = source.length - source.trimStart().length
    const above = lines[index - 1]
    if (index > 0 && above !== undefined && indent < column && isFinished(above) && beginsSentence(line)) return offset
    offset += line.length + 1
  }
  return undefined
}

function isFinished(line: string): boolean {
  return /[.!?。！？:：;；…]["'”’»)\]`*]*\s*$/u.test(line) || line.trimEnd().length < 40
}

function beginsSentence(line: string): boolean {
  return /^\s*["'“‘«(]*(?:\p{Lu}|\p{Lo}|\p{Lt})/u.test(line)
}

function trimEnd(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const text = inlineText(nodes)
  return sliceInline(nodes, 0, text.trimEnd().length)
}
