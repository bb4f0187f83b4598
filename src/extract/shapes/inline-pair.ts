import type {List, ListItem, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Candidate} from '../../guide/candidate.ts'
import {headingOf} from '../../mdast/heading-of.ts'
import {inlineText} from '../../mdast/inline-text.ts'
import {sliceInline} from '../../mdast/slice-inline.ts'
import {asks} from '../asks.ts'
import {placeOfLines} from '../place-of-lines.ts'
import type {Recogniser} from '../recogniser.ts'
import type {Survey} from '../survey.ts'
import {textWithoutCode} from '../text-without-code.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * Question and answer on one line, divided by `::` (`:::` asks both ways), `>>` or `;;`; at the end of a line the list below answers.
 * Programs use the same signs: they count with other marks of flashcards in the file or when most lines have them. In a deck of which
 * each line has the same arrow, hyphen or equals sign, that divides.
 *
 * @example
 * ```markdown
 * #flashcards/kafka
 *
 * What is a topic?::A named log
 * Piece of a topic:::Partition
 * ```
 */
export const inlinePair: Recogniser = {
  id: 'inline-pair',
  recognise(survey) {
    const usual = usualSign(survey)
    const lines = survey.blocks.flatMap(({node, index}) =>
      node.type === 'paragraph'
        ? linesOf(node, survey, survey.blocks[index + 1]?.node, usual)
        : node.type === 'list'
          ? node.children.flatMap((item) => linesOfItem(item, survey, usual))
          : []
    )
    const pairs = lines.filter((line) => line !== undefined)
    const spaced = pairs.filter((line) => line.spaced || line.asks >= 0.8).length
    const share = pairs.length / Math.max(1, lines.length)
    const confidence = survey.hasCardMarks ? 0.95 : spaced >= 2 && share >= 0.5 ? 0.8 : spaced >= 5 ? 0.6 : 0.2
    return {candidates: pairs.flatMap((line) => toCandidates(line, survey)), leftOver: [], confidence: pairs.length === 0 ? 0 : confidence}
  }
}

interface Line {
  readonly children: readonly PhrasingContent[]
  readonly position: Position | undefined
  readonly asks: number
  readonly sign: string
  readonly at: number
  readonly spaced: boolean
  /** The list below that answers a line which ends with its sign. */
  readonly below?: List
}

/** Signs of comparison divide in the company of others only. */
const divider = /(?<![:;<=>-])(\s{0,9})(:::?|>>|;;|(?<=\s)(?:==|<>|<->|<<)(?=\s))(?![:;=>])(\s*)/u
const atEnd = /(?<![:;>])\s{0,9}(?:>>>?|;;;?|:::|(?<=\s)::)\s*$/u

/** Several lines, tags, nothing or a sign: a paragraph without any of them, as most are, is one line that is no pair, code or not. */
const mayDivide = /\n|^\s*(?:#|$)|::|>>|;;|==|<>|<->|<</u

/** Arrows, hyphens and equals signs divide where nearly every line of a deck has the same one, once. */
const usualSigns = [/(\s+)(->|→|=>|⇒)(\s+)/u, /(\s+)([-–—])(\s+)/u, /(\s+)(=)(\s+)/u]

function usualSign({hasCardMarks, lines, tree}: Survey): RegExp | undefined {
  if (!hasCardMarks) return undefined
  const matter = tree.children[0]?.type === 'yaml' ? (tree.children[0].position?.end.line ?? 0) : 0
  const filled = lines.slice(matter).filter((line) => line.trim() !== '' && !/^\s*#/.test(line))
  return usualSigns.find((sign) => {
    const having = filled.filter((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/u, '').split(new RegExp(sign, 'u')).length === 5)
    return having.length >= 3 && having.length >= filled.length * 0.9
  })
}

function linesOfItem(item: ListItem, survey: Survey, usual: RegExp | undefined): (Line | undefined)[] {
  return item.children.flatMap((child, at) =>
    child.type === 'paragraph'
      ? linesOf(child, survey, item.children[at + 1], usual)
      : child.type === 'list'
        ? child.children.flatMap((inner) => linesOfItem(inner, survey, usual))
        : []
  )
}

/** Lines that may be a pair; `undefined` for one that is none. */
function linesOf(paragraph: Paragraph, survey: Survey, next: RootContent | undefined, usual: RegExp | undefined): (Line | undefined)[] {
  const whole = inlineText(paragraph.children)
  if (!usual && !mayDivide.test(whole)) return headingOf(paragraph) ? [] : [undefined]
  const bare = textWithoutCode(paragraph.children)
  let offset = 0
  return bare.split('\n').flatMap((text, index, all): (Line | undefined)[] => {
    const start = offset
    offset += text.length + 1
    if (/^\s*(?:#\S+\s*)*$/u.test(text) || headingOf(paragraph)) return []
    const placed = () => ({
      children: sliceInline(paragraph.children, start, start + text.length),
      position: placeOfLines(paragraph, index, index + 1, survey)
    })
    const end = atEnd.exec(text.slice(-20))
    if (end && index === all.length - 1 && next?.type === 'list' && survey.hasCardMarks && text.length > end[0].length) {
      const at = text.length - end[0].length
      return [{...placed(), asks: asks(text.slice(0, at)), at, spaced: true, sign: end[0], below: next}]
    }
    const match = divider.exec(text) ?? usual?.exec(text) ?? null
    const [left, right] = match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : ['', '']
    const both = match !== null && left.trim() !== '' && right.trim() !== ''
    // Without marks of flashcards `std::vector` is code: an unspaced sign counts after a question only.
    const divides =
      both &&
      (survey.hasCardMarks || match[1] !== '' || match[3] !== '' || asks(left) >= 0.8 || (asks(left) >= 0.5 && /\s/.test(left.trim())))
    return divides
      ? [{...placed(), asks: asks(left), at: match.index, spaced: match[1] !== '' && match[3] !== '', sign: match[0]}]
      : [undefined]
  })
}

function toCandidates(line: Line, survey: Survey): Candidate[] {
  const {sign} = line
  const left = sliceInline(line.children, 0, line.at)
  if (line.below) return [toCandidate({recogniser: 'inline-pair', stem: left, body: [line.below], position: line.position}, survey)]
  const right = sliceInline(line.children, line.at + sign.length)
  const both = /:::|<-?>/.test(sign)
    ? [[left, right] as const, [right, left] as const]
    : [/<</.test(sign) ? ([right, left] as const) : ([left, right] as const)]
  return both.map(([stem, answer]) =>
    toCandidate(
      {
        recogniser: 'inline-pair',
        stem,
        body: [],
        answer: [{type: 'paragraph', children: answer, ...(line.position ? {position: line.position} : {})}],
        position: line.position
      },
      survey
    )
  )
}
