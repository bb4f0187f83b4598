import type {Card} from '../../../guide/card.ts'
import type {Guide} from '../../../guide/guide.ts'
import {toPlainText} from '../../../mdast/to-plain-text.ts'
import {answerBesideTicks} from '../../answer-beside-ticks.ts'
import {shortAddress} from '../brand/short-address.ts'
import {anchorOf} from './anchor-of.ts'
import {type Direction, languageDirection} from './direction.ts'
import type {PageMeasure} from './measure-page.ts'
import type {SideWriter} from './side-writer.ts'
import {textWidth} from './text-width.ts'
import {type SectionHeading, toSections} from './to-sections.ts'
import {toWritingRoom, type WritingRoom} from './to-writing-room.ts'

/** What a template gets. Texts are plain and escaped by the engine; fields ending in `Html` go through `raw`. */
export interface View {
  readonly title: string
  readonly author: string
  /** Name of the terms, or their address in short; empty without. */
  readonly license: string
  /** Address of the notes on the web in short, where all cards are from one file; else empty. */
  readonly source: string
  readonly lang: string
  /** Of `lang`. */
  readonly dir: Direction
  /** `2026-11-23` */
  readonly date: string
  readonly count: number
  /** Of a class set: `A`; else empty. */
  readonly version: string
  /** Whose name stands on it already; else empty. */
  readonly person: string
  /** Made of several files: outermost sections are chapters. */
  readonly chapters: boolean
  /** Figures in the last number, for the width of the gutter. */
  readonly digits: number
  readonly paper: PageMeasure
  /** Id of the section of answers, where all are at the end. */
  readonly answersAnchor: string
  readonly sections: readonly SectionView[]
}

export interface HeadingView extends SectionHeading {
  /** Its address in short with the QR code; empty without. */
  readonly codeHtml: string
}

export interface SectionView {
  readonly headings: readonly HeadingView[]
  readonly top: string
  readonly questionLevel: number
  readonly cards: readonly CardView[]
}

export interface CardView {
  readonly anchor: string
  /** Id of its answer, where all answers are at the end. */
  readonly answerAnchor: string
  readonly number: number
  readonly label: string
  readonly kind: Card['kind']
  /** The question in plain text, on one line. */
  readonly title: string
  /** `none` too where nobody asked for changes. */
  readonly change: NonNullable<Card['change']>['kind'] | 'none'
  /** Of a reworded question the text before, where it is known; else empty. */
  readonly before: string
  readonly questionHtml: string
  /** The question for a list of contents: without links, since it is part of one. */
  readonly titleHtml: string
  /** The question with the gaps of a cloze left open. */
  readonly blankHtml: string
  readonly room: WritingRoom
  /** What stands below the line that asks: code, pictures, lists. */
  readonly detailHtml: string
  readonly options: readonly OptionView[]
  readonly answerHtml: string
  readonly explanationHtml: string
  /** What the author wrote for the trainer only; empty in layouts for others. */
  readonly trainerHtml: string
  /** Where the whole answer is, when this is not all of it; else empty. */
  readonly more: string
  /** How much of a page the answer takes, estimated: 1 is full. */
  readonly answerFill: number
  /** Short enough to be kept in one piece without leaving holes. */
  readonly whole: boolean
}

export interface OptionView {
  /** `A`, `B`, ... */
  readonly letter: string
  readonly html: string
  readonly right: boolean
}

/** Longer cards may break: a hole at the end of a column is worse than an answer that goes on in the next. */
const WHOLE_SHARE = 0.16

/**
 * A guide as the data of a page.
 *
 * @param moreOf - By the number of the card, where the whole answer of a shortened card is.
 */
export function toView(guide: Guide, paper: PageMeasure, writer: SideWriter, moreOf: ReadonlyMap<number, string> = new Map()): View {
  return {
    title: guide.title,
    author: guide.author ?? '',
    license: shortAddress(guide.license ?? ''),
    source: shortAddress(sourceOf(guide)),
    lang: guide.lang,
    dir: languageDirection(guide.lang),
    date: new Date(guide.dateSeconds * 1000).toISOString().slice(0, 10),
    count: guide.cards.length,
    version: '',
    person: '',
    chapters: guide.isBook === true,
    digits: String(Math.max(0, ...guide.cards.map(({number}) => number))).length,
    paper,
    answersAnchor: 'answers',
    sections: toSections(guide.cards).map((section) => ({
      ...section,
      headings: section.headings.map((heading) => ({...heading, codeHtml: writer.sectionCode(addressAt(section.cards[0], heading.level))})),
      cards: section.cards.map((card) => toCardView(card, paper, writer, moreOf.get(card.number) ?? ''))
    }))
  }
}

/** The address of a heading of that level above a card; '' for none. */
function addressAt(card: Card | undefined, level: number): string {
  return card?.sectionAddresses?.[level - 2] ?? ''
}

/** The file that links of cards to their source lead to, if it is one. */
function sourceOf({cards}: Guide): string {
  const [only = '', ...more] = new Set(cards.map(({sourceUrl = ''}) => sourceUrl.replace(/#.*/, '')))
  return more.length === 0 ? only : ''
}

function toCardView(card: Card, paper: PageMeasure, writer: SideWriter, more: string): CardView {
  const [stem, ...detail] = card.question
  const questionHtml = writer.line(stem?.type === 'paragraph' ? stem : undefined, card.question)
  const view = {
    anchor: anchorOf(card),
    answerAnchor: `answer-${card.number}`,
    number: card.number,
    label: card.label,
    kind: card.kind,
    change: card.change?.kind ?? ('none' as const),
    before: card.change?.before ?? '',
    title: toPlainText({type: 'root', children: card.question.slice(0, 1)})
      .replace(/\s+/g, ' ')
      .trim(),
    questionHtml,
    blankHtml: card.kind === 'cloze' ? writer.blankLine(stem, card.question) : questionHtml,
    room: toWritingRoom(card),
    titleHtml: questionHtml.replace(
      /<sup class="footnote-ref">.*?<\/sup>|<\/?a\b[^>]*>|<img\b[^>]*>|<span class="page-of"[^>]*><\/span>/g,
      ''
    ),
    detailHtml: writer.blocks(stem?.type === 'paragraph' ? detail : card.question, card.question),
    options: card.options.map(({content, right}, index) => ({
      letter: String.fromCharCode(65 + index),
      html: toOption(content, writer, card.question),
      right
    })),
    answerHtml: writer.blocks(answerBesideTicks(card)),
    explanationHtml: writer.blocks(card.explanation),
    trainerHtml: writer.blocks(card.trainer ?? [])
  }
  const linesOf = (parts: readonly string[]) => parts.reduce((sum, part) => sum + estimateLines(part, paper.proseColumns), 0)
  const html = [
    view.questionHtml,
    view.detailHtml,
    ...view.options.map((option) => option.html),
    view.answerHtml,
    view.explanationHtml,
    view.trainerHtml
  ]
  const answerFill = linesOf([view.answerHtml, view.explanationHtml]) / paper.linesPerColumn
  return {...view, more, answerFill, whole: linesOf(html) <= paper.linesPerColumn * WHOLE_SHARE}
}

function toOption(content: Card['options'][number]['content'], writer: SideWriter, side: Card['question']): string {
  return content.length === 1 ? writer.line(content[0], side) : writer.blocks(content, side)
}

/** Lines that HTML will take, roughly: its text over the width, a line more for every block, the lines of code, pictures. */
function estimateLines(html: string, columns: number): number {
  const blocks = html.match(/<(?:p|li|tr|pre|br|dt|dd|math)\b/g)?.length ?? 0
  const code = [...html.matchAll(/<pre[\s\S]*?<\/pre>/g)].reduce((sum, [block]) => sum + (block.match(/\n/g)?.length ?? 0), 0)
  const pictures = html.match(/<img\b/g)?.length ?? 0
  const text = textWidth(html.replace(/<[^>]*>/g, ''))
  return text / columns + blocks * 0.6 + code * 0.5 + pictures * 12
}
