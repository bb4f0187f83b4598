import type {PhrasingContent} from 'mdast'
import type {Candidate} from '../guide/candidate.ts'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {isContentsHeading, isFurniture} from './names-questions.ts'
import {readOrdinal} from './ordinal.ts'
import type {SectionAddress} from './section-addresses.ts'
import type {Survey} from './survey.ts'
import {isNoise, isTopLink} from './trim-noise.ts'

interface Group {
  readonly level: number
  readonly text: string
  /** That stands with its QR code at the heading; '' for none. */
  readonly address: string
  /** Text of its own stands between it and what follows; a heading of a question's own level groups only without. */
  bare: boolean
}

/**
 * Sets the section of each card: the headings above it that are no question and stand in no answer. The document's title is none.
 * Expects candidates in source order.
 *
 * @param addresses - Of headings, by their offsets.
 */
export function withSections(
  candidates: readonly Candidate[],
  survey: Survey,
  addresses: ReadonlyMap<number, SectionAddress>
): Candidate[] {
  const title = titleOffset(candidates, survey)
  const sectioned: Candidate[] = []
  const stack: Group[] = []
  let next = 0
  for (const {node, level} of survey.blocks) {
    const offset = node.position?.start.offset ?? 0
    while (next < candidates.length && startOf(candidates[next]) < offset) next += place(candidates[next], stack, undefined, sectioned)
    const heading = headingOf(node)
    if (next < candidates.length && startOf(candidates[next]) === offset) {
      next += place(candidates[next], stack, level, sectioned)
      continue
    }
    if (isInside(offset, sectioned.at(-1))) continue
    if (!heading) {
      const top = stack.at(-1)
      if (top && !isNoise(node) && !holds(node, candidates[next])) top.bare = false
      continue
    }
    // `##` alone is a gap that somebody left, not the end of a section.
    if (inlineText(heading.children).trim() === '' || survey.refrains.has(node) || isNotice(heading.children)) continue
    while ((stack.at(-1)?.level ?? 0) >= (level ?? heading.level)) stack.pop()
    if (offset !== title && !isContentsHeading(toPlainText(heading.children)))
      stack.push({
        level: level ?? heading.level,
        text: sectionName(heading.children),
        address: addresses.get(offset)?.url ?? '',
        bare: true
      })
  }
  while (next < candidates.length) next += place(candidates[next], stack, undefined, sectioned)
  return sectioned
}

/** News or advertising ("New: [our course](https://...)"): a label before a link to another site. */
function isNotice(children: readonly PhrasingContent[]): boolean {
  const speaking = children.filter((child) => inlineText(child).trim() !== '')
  const [last, before] = [speaking.at(-1), speaking.at(-2)]
  return last?.type === 'link' && /^https?:/i.test(last.url) && before?.type === 'text' && /[:：👉➡→]\s*$/u.test(before.value)
}

function place(candidate: Candidate | undefined, stack: Group[], level: number | undefined, sectioned: Candidate[]): number {
  if (!candidate) return 1
  if (level !== undefined) while (closes(stack.at(-1), level)) stack.pop()
  const groups = stack.filter(({text}) => text !== '')
  const addresses = groups.map(({address}) => address)
  const section = groups.map(({text}) => text)
  sectioned.push({...candidate, section, ...(addresses.some((address) => address !== '') && {sectionAddresses: addresses})})
  return 1
}

function closes(group: Group | undefined, level: number): boolean {
  return group !== undefined && (group.level > level || (group.level === level && !group.bare))
}

function sectionName(children: readonly PhrasingContent[]): string {
  const text = toPlainText(children.filter((child) => !isTopLink(child))).replace(
    /^(?:\s|:[a-z0-9_+-]+:|\p{Extended_Pictographic}|\ufe0f|\u200d)+/u,
    ''
  )
  const ordinal = readOrdinal(text)
  return ordinal && ordinal.length < text.length ? text.slice(ordinal.length) : text
}

/** The title is the first heading, if it is no question and no other heading that is none stands as high. */
function titleOffset(candidates: readonly Candidate[], survey: Survey): number | undefined {
  const starts = new Set(candidates.map(startOf))
  const headings = survey.blocks
    .flatMap(({node}) => headingOf(node) ?? [])
    .filter((heading) => !starts.has(heading.node.position?.start.offset ?? -1))
  const [first, ...rest] = headings
  if (!first || candidates.length === 0) return undefined
  const offset = first.node.position?.start.offset ?? 0
  const before = startOf(candidates[0]) > offset
  return before &&
    rest.every(
      (other) =>
        other.level > first.level ||
        isFurniture(inlineText(other.children)) ||
        insideAny(other.node.position?.start.offset ?? 0, candidates)
    )
    ? offset
    : undefined
}

function insideAny(offset: number, candidates: readonly Candidate[]): boolean {
  let [low, high] = [0, candidates.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(candidates[middle]) <= offset) low = middle + 1
    else high = middle
  }
  return isInside(offset, candidates[low - 1])
}

function isInside(offset: number, candidate: Candidate | undefined): boolean {
  return candidate !== undefined && offset > startOf(candidate) && offset < (candidate.position.end.offset ?? 0)
}

function holds(
  node: {position?: {start: {offset?: number | undefined}; end: {offset?: number | undefined}} | undefined},
  candidate: Candidate | undefined
): boolean {
  const start = startOf(candidate)
  return candidate !== undefined && start >= (node.position?.start.offset ?? 0) && start < (node.position?.end.offset ?? 0)
}

function startOf(candidate: Candidate | undefined): number {
  return candidate?.position.start.offset ?? 0
}
