import type {List, ListItem, Nodes, Paragraph, RootContent} from 'mdast'
import type {Position} from 'unist'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import {sliceInline} from '../mdast/slice-inline.ts'
import {placeOfLines} from './place-of-lines.ts'
import {placedChildren} from './placed-children.ts'
import {trimInline} from './stem.ts'
import type {Survey} from './survey.ts'

/** What a line begins with: who speaks, and how long the label is. */
export interface TurnLabel {
  readonly role: string
  readonly length: number
}

/**
 * Reads the label at the beginning of a line. `next` is the line below it; `emphasised` tells whether the label is set off by emphasis,
 * which takes longer to find out than that nearly no line has one.
 */
export type ReadLabel = (line: string, next: string | undefined, emphasised: () => boolean) => TurnLabel | undefined

/** Everything from one label to the next. */
export interface Turn {
  readonly role: string
  /** The labelled line or paragraph without its label. */
  readonly blocks: readonly RootContent[]
  readonly position: Position | undefined
  /** A heading or a rule stands between this turn and the one before. */
  readonly afterBreak: boolean
}

interface Draft {
  role: string
  blocks: RootContent[]
  position: Position | undefined
  afterBreak: boolean
}

/** Divides a document into labelled turns: at lines of paragraphs, in lists and in quotations. A heading or a rule ends a turn. */
export function toTurns(survey: Survey, readLabel: ReadLabel): readonly Turn[] {
  const turns: Draft[] = []
  let open: Draft | undefined
  let afterBreak = false
  const begin = (label: TurnLabel, position: Position | undefined) => {
    open = {role: label.role, blocks: [], position, afterBreak}
    afterBreak = false
    turns.push(open)
  }
  const add = (node: RootContent) => open?.blocks.push(node)
  const visit = (node: RootContent, depth: number): void => {
    if (node.type === 'paragraph') {
      for (const {label, toParagraph} of toPieces(node, readLabel, survey)) {
        if (!label && !open) continue
        const paragraph = toParagraph()
        if (label) begin(label, paragraph.position)
        if (paragraph.children.length > 0) add(paragraph)
      }
    } else if (depth < 6 && node.type === 'blockquote' && beginsTurn(node.children[0], readLabel, survey)) {
      for (const child of node.children) visit(child, depth + 1)
    } else if (depth < 6 && node.type === 'list' && node.children.some((item) => holdsTurn(item, readLabel, survey))) {
      for (const item of node.children) for (const child of item.children) visit(child, depth + 1)
    } else {
      const parts = node.type === 'list' ? cutAtLabels(node, readLabel, survey) : undefined
      if (parts) for (const part of parts) visit(part, depth)
      else add(node)
    }
  }
  const titles = titlesOf(survey, readLabel)
  for (const {node} of survey.blocks) {
    if (headingOf(node) || node.type === 'thematicBreak' || titles.has(node)) {
      open = undefined
      afterBreak = true
    } else if (!survey.contents.has(node)) visit(node, 0)
  }
  return turns
}

/** Emphasised lines right above labelled questions, two or more, one above the first: they head turns as headings do. */
function titlesOf({blocks}: Survey, readLabel: ReadLabel): ReadonlySet<RootContent> {
  const role = (node: RootContent | undefined) =>
    node?.type === 'paragraph' ? readLabel(inlineText(node.children).split('\n', 1)[0] ?? '', undefined, () => true)?.role : undefined
  const first = blocks.findIndex(({node}) => role(node) === 'question')
  const titles = blocks.flatMap(({node, index}) => {
    const whole = node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong'
    return whole && role(node) === undefined && role(blocks[index + 1]?.node) === 'question' ? [node] : []
  })
  return new Set(titles.length >= 2 && titles[0] === blocks[first - 1]?.node ? titles : [])
}

function beginsTurn(node: RootContent | undefined, readLabel: ReadLabel, survey: Survey): boolean {
  if (node?.type === 'list' || node?.type === 'blockquote') return beginsTurn(firstBlock(node.children[0]), readLabel, survey)
  return node?.type === 'paragraph' && toPieces(node, readLabel, survey)[0]?.label !== undefined
}

function firstBlock(node: RootContent | undefined): RootContent | undefined {
  return node?.type === 'listItem' ? node.children[0] : node
}

function holdsTurn(item: ListItem, readLabel: ReadLabel, survey: Survey): boolean {
  return item.children.some((child) => beginsTurn(child, readLabel, survey))
}

/** Where a labelled line ran into the text of an item, because no blank line stands before it. */
interface LazyLabel {
  readonly paragraph: Paragraph
  /** Of the paragraph's text, from 0. */
  readonly line: number
  /** Offset in this text at which the line above ends. */
  readonly end: number
}

function lazyLabel(item: ListItem, readLabel: ReadLabel, survey: Survey): LazyLabel | undefined {
  const paragraph = item.children.at(-1)
  if (paragraph?.type !== 'paragraph') return undefined
  const lines = inlineText(paragraph.children).split('\n')
  if (lines.length === 1) return undefined
  for (const {label, line} of toPieces(paragraph, readLabel, survey)) {
    const end = lines.slice(0, line).join('\n').length
    // A line that begins inside of code is none: code is kept whole, so what is cut off would still hold the label.
    if (line > 0 && label && inlineText(sliceInline(paragraph.children, 0, end)).length === end) return {paragraph, line, end}
  }
  return undefined
}

/** Lists and labelled lines in turn, each list up to the next label that ran into one of its items. Undefined: none did. */
function cutAtLabels(list: List, readLabel: ReadLabel, survey: Survey): RootContent[] | undefined {
  const parts: RootContent[] = []
  let from = 0
  const begin = () => (from === 0 ? list : (list.children[from] ?? list))
  for (const [at, item] of list.children.entries()) {
    const lazy = lazyLabel(item, readLabel, survey)
    if (!lazy) continue
    const {kept, labelled} = cutParagraph(lazy, survey)
    const shortened: ListItem = {...item, children: [...item.children.slice(0, -1), kept], ...spanning(item, kept)}
    parts.push({...list, children: [...list.children.slice(from, at), shortened], ...spanning(begin(), kept)}, labelled)
    from = at + 1
  }
  if (parts.length === 0) return undefined
  const rest = list.children.slice(from)
  return rest.length === 0 ? parts : [...parts, {...list, children: rest, ...spanning(begin(), list)}]
}

function cutParagraph({paragraph, line, end}: LazyLabel, survey: Survey): {kept: Paragraph; labelled: Paragraph} {
  const place = (from: number, next?: number) => {
    const position = placeOfLines(paragraph, from, next, survey)
    return position ? {position} : {}
  }
  return {
    kept: {type: 'paragraph', children: sliceInline(paragraph.children, 0, end), ...place(0, line)},
    labelled: {type: 'paragraph', children: sliceInline(paragraph.children, end + 1), ...place(line)}
  }
}

/** A place from where one node begins to where another ends. */
function spanning(first: Nodes, last: Nodes): {position?: Position} {
  return first.position && last.position ? {position: {start: first.position.start, end: last.position.end}} : {}
}

interface Piece {
  /** Line of the paragraph's text on which it begins, from 0. */
  readonly line: number
  readonly label: TurnLabel | undefined
  /** Asked for where the piece is part of a turn: hardly any paragraph of a file without labels is. */
  readonly toParagraph: () => Paragraph
}

/** A paragraph cut at the lines that begin with a label. */
function toPieces(paragraph: Paragraph, readLabel: ReadLabel, survey: Survey): Piece[] {
  const text = inlineText(paragraph.children)
  const lines = text.split('\n')
  const childrenFrom = placedChildren(paragraph.children)
  const emphasises = paragraph.children.some(isEmphasis)
  const starts: {offset: number; index: number; label?: TurnLabel}[] = []
  let offset = 0
  for (const [index, line] of lines.entries()) {
    const at = offset
    const label = readLabel(line, lines[index + 1], () => emphasises && isEmphasised(childrenFrom, at))
    if (label) {
      starts.push({offset, index, label})
      const inner = label.role === 'question' ? answerInside(line, label.length, readLabel) : undefined
      if (inner) starts.push({offset: offset + inner.at, index, label: inner.label})
    } else if (index === 0) starts.push({offset, index})
    offset += line.length + 1
  }
  return starts.map(({offset: from, index, label}, at) => ({line: index, label, toParagraph: () => cut(from, index, label, at)}))

  function cut(from: number, index: number, label: TurnLabel | undefined, at: number): Paragraph {
    const next = starts[at + 1]
    const until = next === undefined ? text.length : next.index === index ? next.offset : next.offset - 1
    const children = trimInline(sliceInline(paragraph.children, from + (label?.length ?? 0), until))
    const position = placeOfLines(paragraph, index, next && Math.max(next.index, index + 1), survey)
    return {type: 'paragraph', children, ...(position ? {position} : {})}
  }
}

/** A label that answers behind the question mark of the line that asks: `Q: What is it? A: That.` */
function answerInside(line: string, from: number, readLabel: ReadLabel): {at: number; label: TurnLabel} | undefined {
  for (const {index, 0: end} of line.slice(from).matchAll(/[?？؟][*_"”»)]*\s+(?=\S)/gu)) {
    const at = from + index + end.length
    const label = readLabel(line.slice(at), undefined, () => false)
    if (label?.role === 'answer') return {at, label}
  }
  return undefined
}

/** Whether emphasis begins at an offset of a paragraph's text. */
function isEmphasised(childrenFrom: ReturnType<typeof placedChildren>, offset: number): boolean {
  for (const {child, at, end} of childrenFrom(offset)) {
    const leading = child.type === 'text' ? 0 : inlineText(child).length - inlineText(child).trimStart().length
    if (at + leading >= offset && child.type !== 'text') return isEmphasis(child)
    if (end > offset) return false
  }
  return false
}

function isEmphasis(node: RootContent): boolean {
  return (
    node.type === 'strong' ||
    node.type === 'emphasis' ||
    (node.type === 'htmlElement' && ['b', 'strong', 'i', 'em', 'u'].includes(node.tagName))
  )
}
