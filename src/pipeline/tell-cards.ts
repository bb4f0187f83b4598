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

/**
 * Writes cards as Markdown and reads them back: a card whose id would be another one gets its id written, and what reads differently
 * after all is a warning of the file.
 */
export async function tellCards(
  head: MarkdownHead,
  cards: readonly ToldCard[],
  options: ToGuideOptions & {readonly path: string}
): Promise<{readonly text: string; readonly file: VFile}> {
  const first = await toMarkdown(
    head,
    cards.map(({card}) => card)
  )
  const lost = lostCards(cards, await readBack(first, options))
  const named = cards.map((told) => ({
    ...told,
    card: lost.includes(told) && told.id !== undefined ? {...told.card, id: told.id} : told.card
  }))
  const text = named.some(({card}, index) => card !== cards[index]?.card)
    ? await toMarkdown(
        head,
        named.map(({card}) => card)
      )
    : first
  const read = await readBack(text, options)
  const file = new VFile({path: options.path, value: text})
  for (const told of lostCards(named, read)) report(file, told, 'that Markdown can not tell, expected another way to ask it')
  for (const told of changedCards(named, read)) report(file, told, 'that reads differently as Markdown, expected what the deck holds')
  return {text, file}
}

async function readBack(text: string, options: ToGuideOptions): Promise<readonly Card[]> {
  return (await toGuide(text, options)).guide?.cards ?? []
}

function report(file: VFile, {card}: ToldCard, rest: string): void {
  const question = toPlainText(card.question).replace(/\s+/g, ' ').slice(0, 80)
  addProblem(file, {severity: 'warning', ruleId: 'lost-in-markdown', reason: `Unexpected card \`${question}\` ${rest}`})
}

/** Cards that are not read at all, or under another id. */
function lostCards(cards: readonly ToldCard[], read: readonly Card[]): readonly ToldCard[] {
  return cards.filter((told) => twinOf(told, read) === undefined)
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
