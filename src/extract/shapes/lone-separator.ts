import type {Paragraph, RootContent} from 'mdast'
import type {Candidate} from '../../guide/candidate.ts'
import {headingOf} from '../../mdast/heading-of.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {sliceInline} from '../../mdast/slice-inline.ts'
import {placeOfLines} from '../place-of-lines.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A `?` or `%` alone on its line divides question and answer (`??` asks both ways); cards end at a blank line, or at rules where the
 * file has them.
 *
 * @example
 * ```markdown
 * What is a topic?
 * ?
 * A named log
 *
 * Name two guarantees of a partition.
 * ?
 * - order
 * - one leader
 * ```
 */
export const loneSeparator: Recogniser = {
  id: 'lone-separator',
  recognise(survey) {
    const parts = survey.blocks.flatMap(({node}) => divide(node, survey))
    const separators = parts.filter(({separator}) => separator).length
    const ruled = survey.blocks.filter(({node}) => node.type === 'thematicBreak').length * 2 >= separators
    const candidates = parts.flatMap((part, at) => (part.separator ? (toCard(parts, at, ruled, survey) ?? []) : []))
    return {candidates, leftOver: [], confidence: separators >= 2 || survey.hasCardMarks ? 0.95 : 0.4}
  }
}

interface Part {
  readonly node: RootContent
  readonly separator: boolean
  /** No blank line between it and the part above. */
  readonly adjacent: boolean
}

const alone = /^\s*(?:\?\??|%|&&&)\s*$/u

/** A paragraph divides at its lines that hold only the sign. */
function divide(node: RootContent, survey: Survey): Part[] {
  const line = node.position?.start.line ?? 1
  const adjacent = line > 1 && (survey.lines[line - 2] ?? '').trim() !== ''
  if (node.type !== 'paragraph') return [{node, separator: false, adjacent}]
  const text = inlineText(node.children)
  if (!text.split('\n').some((part) => alone.test(part))) return [{node, separator: false, adjacent}]
  const parts: Part[] = []
  let [offset, start, first] = [0, 0, 0]
  const flush = (end: number, next: number) => {
    if (end > start)
      parts.push({node: piece(node, start, end, first, next, survey), separator: false, adjacent: parts.length > 0 || adjacent})
  }
  for (const [index, part] of text.split('\n').entries()) {
    if (alone.test(part)) {
      flush(offset - 1, index)
      parts.push({
        node: piece(node, offset, offset + part.length, index, index + 1, survey),
        separator: true,
        adjacent: parts.length > 0 || adjacent
      })
      start = offset + part.length + 1
      first = index + 1
    }
    offset += part.length + 1
  }
  flush(text.length, text.split('\n').length)
  return parts
}

function piece(paragraph: Paragraph, start: number, end: number, from: number, next: number, survey: Survey): Paragraph {
  const position = placeOfLines(paragraph, from, next, survey)
  return {type: 'paragraph', children: sliceInline(paragraph.children, start, end), ...(position ? {position} : {})}
}

function toCard(parts: readonly Part[], at: number, ruled: boolean, survey: Survey): Candidate | undefined {
  const front = run(parts, at, -1, ruled)
  const back = run(parts, at, 1, ruled)
  const [stem, ...rest] = front
  if (!stem) return undefined
  const heading = headingOf(stem)
  const children = heading?.children ?? (stem.type === 'paragraph' ? stem.children : [])
  if (children.length === 0) return undefined
  const sign = parts[at]?.node
  const tags = sign?.type === 'paragraph' && inlineText(sign.children).trim() === '??' ? ['reverse'] : []
  return toCandidate({recogniser: 'lone-separator', stem: children, body: rest, answer: back, tags, position: stem.position}, survey)
}

/** Parts before or after a separator that belong to its card. */
function run(parts: readonly Part[], at: number, step: 1 | -1, ruled: boolean): RootContent[] {
  const found: RootContent[] = []
  for (let index = at + step; index >= 0 && index < parts.length; index += step) {
    const part = parts[index]
    if (!part || part.separator || part.node.type === 'thematicBreak') break
    const heading = headingOf(part.node) !== undefined
    if (heading && step === 1) break
    const joined = step === 1 ? part.adjacent : parts[index + 1]?.adjacent
    if (!ruled && found.length > 0 && !joined) break
    if (!ruled && step === 1 && parts[index + 1]?.separator && !part.adjacent) break
    found.push(part.node)
    if (heading) break
  }
  return step === 1 ? found : found.reverse()
}
