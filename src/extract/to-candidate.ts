import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Candidate, Option} from '../guide/candidate.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {explanationLabel, questionLabel} from './answer-label.ts'
import {type AnswerMark, findAnswerMark, findOptions} from './answer-mark.ts'
import {asks} from './asks.ts'
import {type CardMarks, takeBlockMarks, takeMarks} from './card-marks.ts'
import {markRight, namesChoice, type OptionBlock} from './options.ts'
import {isPlaceholder} from './placeholder.ts'
import {refersToCode} from './refers-to-code.ts'
import {splitAtAnswer} from './split-at-answer.ts'
import {splitAtChoices} from './split-at-choices.ts'
import {onlyCounts, toStem, trimInline} from './stem.ts'
import {foldedBy} from './summary-of.ts'
import type {Survey} from './survey.ts'
import {trimNoise} from './trim-noise.ts'
import {withoutResources} from './without-resources.ts'

/** A question as a recogniser meets it: what asks, and what stands below it up to the next question. */
export interface Find {
  readonly recogniser: string
  readonly stem: readonly PhrasingContent[]
  /** Blocks that are known to belong to the question. */
  readonly question?: readonly RootContent[]
  readonly body: readonly RootContent[]
  /** The answer, where the shape tells it from the body; the body then belongs to the question. */
  readonly answer?: readonly RootContent[]
  /** Id and tags that the shape itself knows of. */
  readonly id?: string
  readonly tags?: readonly string[]
  /** The question holds `{{c1::...}}`; what else there is explains it. */
  readonly cloze?: boolean
  /** Place of the node that asks. */
  readonly position: Position | undefined
}

const nowhere: Position = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}}

/** Divides what stands below a question into its sides. The section is set when the whole document is decided. */
export function toCandidate(find: Find, survey: Survey): Candidate {
  const body = trimNoise(find.body)
  const at = onlyCounts(find.stem) ? stemBelow(body) : -1
  const below = body[at]?.type === 'paragraph' ? body[at] : undefined
  const [asking, ...choices] = splitAtChoices(below ?? {type: 'paragraph', children: [...find.stem]})
  const asked = asking?.children ?? []
  const sides = divide([...choices, ...(below ? body.toSpliced(at, 1) : body)], survey, inlineText(asked), find.answer)
  const position = below ? below.position : find.position
  const marked = takeMarks(toStem(asked))
  const stem: Paragraph = {type: 'paragraph', children: trimInline(marked.nodes), ...(position ? {position} : {})}
  const question = takeBlockMarks(trimNoise([...(find.question ?? []), ...sides.question]))
  const answer = takeBlockMarks(sides.answer)
  const explanation = takeBlockMarks(sides.explanation)
  const shown = trimNoise(answer.blocks)
  const empty = isPlaceholder(withoutResources(shown))
  const marks = [
    {...(find.id === undefined ? {} : {id: find.id}), tags: find.tags ?? []},
    marked.marks,
    idsIn(find.stem),
    question.marks,
    answer.marks,
    explanation.marks,
    idsIn(find.body)
  ]
  const id = marks.find((mark) => mark.id !== undefined)?.id
  return {
    recogniser: find.recogniser,
    kind: find.cloze
      ? 'cloze'
      : sides.options.length > 0 && (sides.options.some(({right}) => right) || !empty)
        ? 'mcq'
        : empty
          ? 'unanswered'
          : 'basic',
    question: [stem, ...question.blocks],
    options: sides.options,
    answer: empty || find.cloze ? [] : shown,
    explanation: find.cloze && !empty ? shown : trimNoise(explanation.blocks),
    section: [],
    ...(id === undefined ? {} : {id}),
    tags: [...new Set(marks.flatMap(({tags}) => tags))],
    position: span(find.position, [...(find.question ?? []), ...body, ...(find.answer ?? [])])
  }
}

/** Where the question stands below a heading that only counts: at a label, else in the first paragraph. */
function stemBelow(body: readonly RootContent[]): number {
  const labelled = body.findIndex((node) => node.type === 'paragraph' && questionLabel.test(inlineText(node.children)))
  return labelled === -1 ? (body[0]?.type === 'paragraph' ? 0 : -1) : labelled
}

/** Ids in comments that stand where sides are trimmed. */
function idsIn(nodes: readonly RootContent[]): CardMarks {
  return {...takeBlockMarks(nodes.filter((node) => node.type === 'html')).marks, tags: []}
}

interface Sides {
  readonly question: readonly RootContent[]
  readonly options: readonly Option[]
  readonly answer: readonly RootContent[]
  readonly explanation: readonly RootContent[]
}

function divide(below: readonly RootContent[], survey: Survey, asked: string, given?: readonly RootContent[]): Sides {
  const body = below.flatMap((node): readonly RootContent[] =>
    node.type === 'paragraph' ? splitAtAnswer(node, survey).flatMap(splitAtChoices) : [node]
  )
  const block = findOptions(body, survey, given !== undefined && namesChoice(given))
  if (!block || arePoints(block, body.slice(block.to + 1), asked)) {
    if (given) return {question: body, options: [], answer: given, explanation: []}
    const mark = findAnswerMark(body, survey, {states: asks(asked) < 0.8})
    return {...(mark ? answerAt(body, mark, survey) : belowCode(body, asked)), options: [], explanation: []}
  }
  const after = body.slice(block.to + 1)
  const mark = given ? undefined : findAnswerMark(after, survey, {named: true})
  const {question, answer} = given ? {question: after, answer: given} : mark ? answerAt(after, mark, survey) : {question: [], answer: after}
  return {question: [...body.slice(0, block.from), ...question], options: markRight(block, answer), ...withExplanation(answer)}
}

/** Small letters with nothing below them answer in points, unless the question asks to choose. */
function arePoints({boxes, options}: OptionBlock, after: readonly RootContent[], asked: string): boolean {
  if (boxes || after.length > 0 || options.some(({right}) => right)) return false
  return (
    options.every(({name = ''}) => /^[([（]?[a-z]/u.test(name)) && !/\b(?:which|choose|select|pick|following)\b|下列|以下|哪/iu.test(asked)
  )
}

/** Code right below a question that speaks of it belongs to the question; of code alone the first piece, as the next may show what it prints. */
function belowCode(body: readonly RootContent[], asked: string): Pick<Sides, 'question' | 'answer'> {
  const other = body.findIndex(({type}) => type !== 'code')
  const at = other === -1 ? Math.min(1, body.length) : other
  return at > 0 && refersToCode(asked) ? {question: body.slice(0, at), answer: body.slice(at)} : {question: [], answer: body}
}

function answerAt(body: readonly RootContent[], mark: AnswerMark, survey: Survey): Pick<Sides, 'question' | 'answer'> {
  const node = body[mark.at]
  if (!node) return {question: [], answer: body}
  const question = body.slice(0, mark.at)
  const after = body.slice(mark.at + 1)
  if (mark.kind === 'label') return {question, answer: [...mark.rest, ...after]}
  return {question, answer: [...withoutInnerLabel(foldedBy(node), survey), ...after]}
}

/** A fold may hold the label once more. */
function withoutInnerLabel(nodes: readonly RootContent[], survey: Survey): readonly RootContent[] {
  const trimmed = trimNoise(nodes)
  const mark = findAnswerMark(trimmed.slice(0, 1), survey, {named: true})
  return mark?.kind === 'label' ? [...mark.rest, ...trimmed.slice(1)] : trimmed
}

/** Of a multiple choice answer, the first block names the option and the rest says why, when a label says so. */
function withExplanation(nodes: readonly RootContent[]): {answer: readonly RootContent[]; explanation: readonly RootContent[]} {
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'paragraph') continue
    const text = inlineText(node.children)
    const start = lineStarts(text).find((offset) => explanationLabel.test(text.slice(offset)))
    if (start === undefined) continue
    const children = sliceInline(node.children, start + (explanationLabel.exec(text.slice(start))?.[0].length ?? 0))
    const above = start > 0 ? [{...node, children: sliceInline(node.children, 0, start - 1)}] : []
    return {
      answer: [...nodes.slice(0, at), ...above],
      explanation: [...(children.length > 0 ? [{...node, children}] : []), ...nodes.slice(at + 1)]
    }
  }
  return {answer: nodes, explanation: []}
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)]
}

function span(first: Position | undefined, body: readonly RootContent[]): Position {
  const start = first ?? body[0]?.position ?? nowhere
  const last = body.findLast((node) => node.position)?.position
  const end = last && (last.end.offset ?? 0) > (start.end.offset ?? 0) ? last.end : start.end
  return {start: start.start, end}
}
