import type {Position} from 'unist'
import type {Candidate} from '../guide/candidate.ts'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {asks} from './asks.ts'
import type {Block} from './flow.ts'
import {readOrdinal} from './ordinal.ts'
import type {LeftOver} from './recogniser.ts'
import type {Survey} from './survey.ts'
import {isNoise} from './trim-noise.ts'

const longest = 100

/**
 * Accounts for what is no card: every run of characters with text outside the cards and the headings above them, and every heading that
 * asks and was not taken, with the reason. Expects candidates in source order.
 *
 * @param seen What recognisers saw and left; what another recogniser took since is no left-over.
 */
export function leftOver(candidates: readonly Candidate[], survey: Survey, seen: readonly LeftOver[]): LeftOver[] {
  const spans = coveredSpans(candidates, survey)
  const free = seen.filter(({line}) => !touches(spans, lineSpan(line, survey)))
  const parts = [...free, ...outside(candidates, survey, spans), ...asking(candidates, survey)]
  return parts.sort((a, b) => a.line - b.line || a.endLine - b.endLine)
}

/** Offsets from the first character to behind the last. */
interface Span {
  readonly start: number
  readonly end: number
}

/** Places of the headings above cards; none where there are no cards. */
export function sectionHeadings(candidates: readonly Candidate[], {blocks}: Survey): Position[] {
  return candidates.length > 0 ? blocks.flatMap(({node}) => (headingOf(node) && node.position ? [node.position] : [])) : []
}

/** What belongs to a card or to a heading above cards, in source order, without overlaps. */
function coveredSpans(candidates: readonly Candidate[], survey: Survey): Span[] {
  // The answers of a key stand outside their cards.
  const answers = candidates.flatMap(({answer, position: own}) =>
    answer.flatMap(({position}) => (position && position.start.line > own.end.line ? position : []))
  )
  const spans = [...candidates.map(({position}) => position), ...answers, ...sectionHeadings(candidates, survey)].map(({start, end}) => ({
    start: start.offset ?? 0,
    end: end.offset ?? 0
  }))
  const merged: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) merged[merged.length - 1] = {start: last.start, end: Math.max(last.end, span.end)}
    else merged.push(span)
  }
  return merged
}

function lineSpan(line: number, {lines, lineOffsets}: Survey): Span {
  const start = lineOffsets[line - 1] ?? 0
  return {start, end: start + (lines[line - 1]?.length ?? 0)}
}

/** By binary search: spans are sorted and apart. */
function touches(spans: readonly Span[], {start, end}: Span): boolean {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return (spans[low]?.start ?? Number.POSITIVE_INFINITY) < end
}

/** Marks of lists, quotations and tables, emphasis around what was taken: nothing that was written is lost with them. */
const marks = /^[\s>*+\-_#|:.)~`=\d[\]xX]*$/u

/** Runs of characters with text that neither a card nor a section heading covers, a line each, lines of one reason joined. */
function outside(candidates: readonly Candidate[], survey: Survey, spans: readonly Span[]): LeftOver[] {
  const reasonOfLine = reasonsOfLines(candidates, survey)
  const parts: LeftOver[] = []
  let next = 0
  let joins = true
  for (let line = 1; line <= survey.lines.length; line++) {
    const {start, end} = lineSpan(line, survey)
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    const free = gaps({start, end}, spans, next).filter((gap) => survey.source.slice(gap.start, gap.end).trim() !== '')
    const whole = free.length === 1 && free[0]?.start === start && free[0].end === end
    if ((spans[next]?.start ?? Number.POSITIVE_INFINITY) < end) joins = false
    for (const gap of free) {
      const text = survey.source.slice(gap.start, gap.end)
      if (!whole && marks.test(text)) continue
      const reason = reasonOfLine(line) ?? 'A rule, break or wrapper'
      const last = parts.at(-1)
      if (last?.reason === reason && joins && whole) parts[parts.length - 1] = {...last, endLine: line, end: gap.end}
      else parts.push({line, endLine: line, start: gap.start, end: gap.end, reason, text: text.trim().slice(0, longest)})
      joins = whole
    }
  }
  return parts
}

/** What of a line the spans leave free; `from` is the first of them that may reach it. */
function gaps(line: Span, spans: readonly Span[], from: number): Span[] {
  const free: Span[] = []
  let start = line.start
  for (let at = from; at < spans.length && (spans[at]?.start ?? 0) < line.end; at++) {
    const span = spans[at]
    if (span && span.start > start) free.push({start, end: span.start})
    start = Math.max(start, span?.end ?? start)
  }
  return start < line.end ? [...free, {start, end: line.end}] : free
}

/** Tells for each line why the last block on it is no card. */
function reasonsOfLines(candidates: readonly Candidate[], survey: Survey): (line: number) => string | undefined {
  // Of each line the last block on it, counted from 1.
  const holders = new Uint32Array(survey.lines.length + 2)
  for (const {node, index} of survey.blocks) {
    if (!node.position) continue
    const last = node.position.end.line
    for (let line = node.position.start.line; line <= last; line++) holders[line] = index + 1
  }
  const reasons = new Map<Block, string>()
  return (line) => {
    const holder = survey.blocks[(holders[line] ?? 0) - 1]
    if (!holder) return undefined
    const reason = reasons.get(holder) ?? reasonOf(holder, candidates, survey)
    reasons.set(holder, reason)
    return reason
  }
}

function reasonOf({node}: Block, candidates: readonly Candidate[], survey: Survey): string {
  if (node.type === 'yaml') return 'Front matter'
  if (isNoise(node)) return 'A rule, break, badge or link to the top'
  if (survey.contents.has(node)) return 'Contents'
  const [first, last] = [candidates[0], candidates.at(-1)]
  if (!first || !last) return 'The file does not read as questions and answers'
  const line = node.position?.start.line ?? 0
  if (line < first.position.start.line) return 'Before the first question'
  if (line > last.position.end.line) return 'After the last answer'
  return 'Between the cards, under no question'
}

/** Headings that ask and are no cards. */
function asking(candidates: readonly Candidate[], survey: Survey): LeftOver[] {
  const starts = new Set(candidates.map(({position}) => position.start.line))
  let next = 0
  return survey.blocks.flatMap(({node, level}): LeftOver[] => {
    const heading = headingOf(node)
    const line = node.position?.start.line
    if (!heading || line === undefined || starts.has(line)) return []
    const text = inlineText(heading.children).trim()
    if (asks(text.slice(readOrdinal(text)?.length ?? 0)) < 0.8) return []
    while (next < candidates.length && (candidates[next]?.position.end.line ?? 0) < line) next++
    const holder = candidates[next]
    const inside = holder !== undefined && holder.position.start.line < line
    const reason = inside
      ? `A heading that asks, inside the answer to line ${holder.position.start.line}`
      : candidates.length > 0
        ? `A heading that asks, unlike the others of level ${level ?? heading.level}`
        : 'A heading that asks, in a file that does not read as questions and answers'
    return [{line, endLine: node.position?.end.line ?? line, reason, text: text.slice(0, longest)}]
  })
}
