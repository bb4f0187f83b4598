import {VFile} from 'vfile'
import type {Candidate} from '../guide/candidate.ts'
import type {Card} from '../guide/card.ts'
import {questionSkeleton} from '../guide/question-skeleton.ts'
import {skeleton} from '../guide/skeleton.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {type MarkdownCard, type MarkdownHead, toMarkdown} from '../render/markdown/to-markdown.ts'
import {addProblem} from '../report/problem.ts'
import {type ToGuideOptions, toGuide} from './to-guide.ts'

/** A card to be told in Markdown, and by what it is known again there. */
export interface ToldCard {
  readonly card: MarkdownCard
  /** Absent for cards that never were in a deck of ours. */
  readonly id?: string
  readonly contentHash?: string
}

/** Enough to give a lost card a label and then an id. */
const mostTurns = 3

/**
 * Writes cards as Markdown and reads them back: a question that is not read gets the label `Q:`, a card whose id would be another one
 * gets its id written, and what reads differently after all is a warning of the file.
 */
export async function tellCards(
  head: MarkdownHead,
  given: readonly ToldCard[],
  options: ToGuideOptions & {readonly path: string}
): Promise<{readonly text: string; readonly file: VFile}> {
  let cards = given
  for (let turn = 1; ; turn++) {
    const text = await toMarkdown(
      head,
      cards.map(({card}) => card)
    )
    const read = (await toGuide(text, options)).guide?.cards ?? []
    const lost = new Set(cards.filter((told) => twinOf(told, read) === undefined))
    if (lost.size > 0 && turn < mostTurns) {
      cards = cards.map((told) => (lost.has(told) ? plainer(told, read) : told))
      continue
    }
    const file = new VFile({path: options.path, value: text})
    for (const told of lost) report(file, told, 'that Markdown can not tell, expected another way to ask it')
    for (const told of changedCards(cards, read)) report(file, told, 'that reads differently as Markdown, expected what the deck holds')
    return {text, file}
  }
}

/** A lost card as it may be found the next time. */
function plainer({card, id, ...rest}: ToldCard, read: readonly Card[]): ToldCard {
  const isRead = read.some((found) => questionSkeleton(found) === questionSkeleton(card))
  return {...rest, ...(id !== undefined && {id}), card: isRead && id !== undefined ? {...card, id} : {...card, labelled: true}}
}

function report(file: VFile, {card}: ToldCard, rest: string): void {
  const question = toPlainText(card.question).replace(/\s+/g, ' ').slice(0, 80)
  addProblem(file, {severity: 'warning', ruleId: 'lost-in-markdown', reason: `Unexpected card \`${question}\` ${rest}`})
}

function changedCards(cards: readonly ToldCard[], read: readonly Card[]): readonly ToldCard[] {
  return cards.filter((told) => {
    const twin = twinOf(told, read)
    if (!twin) return false
    return told.contentHash === undefined ? print(told.card) !== print(twin) : told.contentHash !== twin.contentHash
  })
}

function twinOf({id, card}: ToldCard, read: readonly Card[]): Card | undefined {
  if (id !== undefined) return read.find((found) => found.id === id)
  const key = questionSkeleton(card)
  return read.find((found) => questionSkeleton(found) === key)
}

/** What a learner reads of a card, without its form. */
function print({options, answer, explanation, section, tags}: Omit<Candidate, 'recogniser' | 'position'>): string {
  const sides = [answer, ...options.map(({content}) => content), explanation].map((nodes) => skeleton(toPlainText(nodes)))
  return JSON.stringify([sides, options.map(({right}) => right), section, [...tags].sort()])
}
