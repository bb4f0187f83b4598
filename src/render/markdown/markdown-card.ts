import type {Paragraph, RootContent} from 'mdast'
import type {Candidate} from '../../guide/candidate.ts'
import {headingOf} from '../../mdast/heading-of.ts'
import {toPlainText} from '../../mdast/to-plain-text.ts'

/**
 * Shapes that can tell cards of every kind, with code and choices on the question side. `heading-answer`: the answer below a label;
 * `hidden-answer`: the answer in a fold, so that one can test oneself on the page.
 */
export const markdownShapes = ['heading-answer', 'hidden-answer'] as const

export type MarkdownShape = (typeof markdownShapes)[number]

/** A card as far as Markdown tells it. */
export interface MarkdownCard
  extends Pick<Candidate, 'kind' | 'question' | 'options' | 'answer' | 'explanation' | 'section' | 'tags' | 'id'> {
  /** Whether `Q:` has to say that the heading asks. @default false */
  readonly labelled?: boolean
  /** Whether its answer stands in a fold. @default By shape and headings */
  readonly folded?: boolean
  /** Id that it has to keep where it would get another one, written where no reader sees it. */
  readonly keptId?: string
}

const deepest = 6

/** A question of any kind but those with gaps. */
export function writeQuestion(card: MarkdownCard, shape: MarkdownShape): RootContent[] {
  const [first, ...rest] = card.question
  const stem = first?.type === 'paragraph' ? first.children : []
  const level = Math.min(deepest, card.section.length + 2)
  return [
    heading(level, [...(card.labelled ? [{type: 'text' as const, value: 'Q: '}] : []), ...oneLine(stem), ...marks(card)]),
    ...(first?.type === 'paragraph' ? rest : card.question).map((node) => unlikeChoices(below(node, level))),
    ...choices(card),
    ...(card.kind === 'unanswered' && rest.length + card.options.length > 0 ? placeholder : answerSide(card, level, shape))
  ]
}

/** Tells that what stands above is the question and no answer. */
const placeholder: readonly RootContent[] = [label('Answer'), {type: 'paragraph', children: [{type: 'text', value: '...'}]}]

/** Below a label, or in a fold: there headings may be as high as the question, which below a label would end it. */
function answerSide({kind, options, answer, explanation, folded}: MarkdownCard, level: number, shape: MarkdownShape): RootContent[] {
  const isThere = kind !== 'unanswered' && answer.length + explanation.length > 0
  if (!isThere) return []
  const why = explanation.length > 0 ? [label('Explanation'), ...explanation] : []
  const isFolded = folded ?? (shape === 'hidden-answer' || [...answer, ...explanation].some((node) => isHeadingAbove(node, level)))
  if (isFolded) return [fold([...answer, ...why])]
  return [...(answer.length > 0 || options.length === 0 ? [label('Answer')] : []), ...answer, ...why]
}

function isHeadingAbove(node: RootContent, level: number): boolean {
  return (headingOf(node)?.level ?? deepest + 1) <= level
}

function fold(children: readonly RootContent[]): RootContent {
  const element = (tagName: string, inside: readonly RootContent[]): RootContent => ({
    type: 'htmlElement',
    tagName,
    properties: {},
    children: [...inside]
  })
  return element('details', [element('summary', [{type: 'text', value: 'Answer'}]), ...children])
}

/** A gap text of one block stands for itself; others need marks for where they begin and end, and then all in the file get them. */
export function writeCloze(card: MarkdownCard, asBlocks: boolean): RootContent[] {
  const [first, ...rest] = card.question
  if (first?.type !== 'paragraph') return [...card.question]
  if (!asBlocks) return [{...first, children: [...first.children, ...marks(card)]}, ...rest]
  const field = (name: string, value: string): RootContent[] => [paragraph(`${name}: ${value}`)]
  return [
    paragraph('START\nCloze'),
    ...card.question,
    ...(card.explanation.length > 0 ? [paragraph('Extra:'), ...card.explanation] : []),
    ...(card.tags.length > 0 ? field('Tags', card.tags.join(' ')) : []),
    ...(idOf(card) === undefined ? [] : field('ID', idOf(card) ?? '')),
    paragraph('END')
  ]
}

/** Whether a text with gaps needs marks for where it begins and ends. */
export function isLongCloze({kind, question: [first, ...rest], explanation}: MarkdownCard): boolean {
  return kind === 'cloze' && first?.type === 'paragraph' && (rest.length > 0 || explanation.length > 0)
}

/** Check boxes where the right ones are known and nothing else names them, else letters that the answer names. */
function choices({options, answer}: MarkdownCard): RootContent[] {
  if (options.length === 0) return []
  const isNamed = !options.some(({right}) => right) || namesLetters(answer)
  // A letter of its own keeps `[1]` from being taken for one.
  const isLettered = isNamed || options.some(({content: [first]}) => looksNamed(first))
  const children = options.map(({content, right}, index) => ({
    type: 'listItem' as const,
    spread: false,
    checked: isNamed ? null : right,
    children: (isLettered ? withLetter(content, index) : [...content]) as never[]
  }))
  return [{type: 'list', ordered: false, spread: false, children}]
}

/** Whether a text begins like a choice: `A:`, `[1]`, `b)`. */
function looksNamed(node: RootContent | undefined): boolean {
  return node !== undefined && /^\s*[([（]?[A-Ja-j1-9]\s*(?:[:：.)\]）、]|\s[-–—]\s)/u.test(toPlainText(node))
}

/** Points of a question that begin like choices are none where something stands in front of them. */
function unlikeChoices(node: RootContent): RootContent {
  const [first, ...rest] = node.type === 'list' ? node.children : []
  if (node.type !== 'list' || !first || ![first, ...rest].every(({children: [start]}) => looksNamed(start))) return node
  return {...node, children: [{...first, children: [{type: 'html', value: '<!-- no choices -->'}, ...first.children]}, ...rest]}
}

function namesLetters([only, ...more]: readonly RootContent[]): boolean {
  const [text, ...rest] = only?.type === 'paragraph' ? only.children : []
  return more.length === 0 && rest.length === 0 && text?.type === 'text' && /^[A-Z](?:, [A-Z])*$/.test(text.value)
}

function withLetter([first, ...rest]: readonly RootContent[], index: number): RootContent[] {
  const letter = {type: 'text' as const, value: `${letterOf(index)}: `}
  if (first?.type === 'paragraph') return [{...first, children: [letter, ...first.children]}, ...rest]
  return [{type: 'paragraph', children: [letter]}, ...(first ? [first] : []), ...rest]
}

/** The letter of an option by its place, from 0. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index)
}

function label(word: string): Paragraph {
  return {type: 'paragraph', children: [{type: 'strong', children: [{type: 'text', value: `${word}:`}]}]}
}

/** Ids and tags as the reader knows them, after all that a learner sees. */
function marks(card: MarkdownCard): {type: 'html'; value: string}[] {
  const id = idOf(card)
  const isShown = id === card.id || !/^[\w-]{4,}$/.test(id ?? '')
  const written = [...card.tags.map((tag) => `#${tag}`), ...(id === undefined ? [] : [isShown ? `{#${id}}` : `<!-- id: ${id} -->`])]
  return written.map((value) => ({type: 'html', value: ` ${value}`}))
}

function idOf({id, keptId}: MarkdownCard): string | undefined {
  return id ?? keptId
}

/** A heading is one line. */
function oneLine<Node extends {type: string}>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (node.type === 'break') return {type: 'htmlElement', tagName: 'br', properties: {}, children: []} as unknown as Node
    if ('value' in node && node.type === 'text') return {...node, value: String(node.value).replace(/\s*\n\s*/g, ' ')}
    return 'children' in node ? {...node, children: oneLine(node.children as Node[])} : node
  })
}

/** A heading inside a card must not end it. */
function below(node: RootContent, level: number): RootContent {
  return node.type === 'heading' && node.depth <= level ? heading(Math.min(deepest, level + 1), node.children) : node
}

/** A heading of any depth that there is. */
export function heading(depth: number, children: readonly RootContent[]): RootContent {
  return {type: 'heading', depth: Math.min(deepest, depth) as 1, children: [...children] as never[]}
}

function paragraph(value: string): RootContent {
  return {type: 'paragraph', children: [{type: 'text', value}]}
}
