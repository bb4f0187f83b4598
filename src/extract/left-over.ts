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
 * Accounts for what is no card: every line with text outside the cards and the headings above them, and every heading that asks and
 * was not taken, with the reason. Expects candidates in source order.
 *
 * @param seen What recognisers saw and left; what another recogniser took since is no left-over.
 */
export function leftOver(candidates: readonly Candidate[], survey: Survey, seen: readonly LeftOver[]): LeftOver[] {
  const covered = coveredLines(candidates, survey)
  const free = seen.filter(({line}) => covered[line] !== 1)
  const parts = [...free, ...outside(candidates, survey, covered), ...asking(candidates, survey)]
  return parts.sort((a, b) => a.line - b.line || a.endLine - b.endLine)
}

/** 1 for each line, from 1, that belongs to a card or to a heading above cards. */
function coveredLines(candidates: readonly Candidate[], survey: Survey): Uint8Array {
  const covered = new Uint8Array(survey.lines.length + 2)
  const headings = candidates.length > 0 ? survey.blocks.flatMap(({node}) => (headingOf(node) && node.position ? [node.position] : [])) : []
  // The answers of a key stand outside their cards.
  const answers = candidates.flatMap(({answer, position: own}) =>
    answer.flatMap(({position}) => (position && position.start.line > own.end.line ? position : []))
  )
  for (const {start, end} of [...candidates.map(({position}) => position), ...answers, ...headings])
    covered.fill(1, start.line, end.line + 1)
  return covered
}

/** Runs of lines that neither a card nor a section heading covers. */
function outside(candidates: readonly Candidate[], survey: Survey, covered: Uint8Array): LeftOver[] {
  // Of each line the last block on it, counted from 1.
  const holders = new Uint32Array(survey.lines.length + 2)
  for (const [index, {node}] of survey.blocks.entries())
    if (node.position) holders.fill(index + 1, node.position.start.line, node.position.end.line + 1)
  const reasons = new Map<Block, string>()
  const parts: LeftOver[] = []
  for (let line = 1; line <= survey.lines.length; line++) {
    const text = (survey.lines[line - 1] ?? '').trim()
    if (covered[line] === 1 || text === '') continue
    const holder = survey.blocks[(holders[line] ?? 0) - 1]
    const reason = holder ? (reasons.get(holder) ?? reasonOf(holder, candidates, survey)) : 'A rule, break or wrapper'
    if (holder) reasons.set(holder, reason)
    const last = parts.at(-1)
    const joins =
      last?.reason === reason &&
      survey.lines.slice(last.endLine, line - 1).every((between, at) => between.trim() === '' && covered[last.endLine + 1 + at] !== 1)
    if (last && joins) parts[parts.length - 1] = {...last, endLine: line}
    else parts.push({line, endLine: line, reason, text: text.slice(0, longest)})
  }
  return parts
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
