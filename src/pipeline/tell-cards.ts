import {VFile} from 'vfile'
import type {Candidate} from '../guide/candidate.ts'
import type {Card} from '../guide/card.ts'
import type {Guide} from '../guide/guide.ts'
import {questionSkeleton} from '../guide/question-skeleton.ts'
import {skeleton} from '../guide/skeleton.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {guid} from '../render/anki/guid.ts'
import {toNotes} from '../render/anki/to-notes.ts'
import type {MarkdownCard, MarkdownShape} from '../render/markdown/markdown-card.ts'
import {type MarkdownHead, toMarkdown} from '../render/markdown/to-markdown.ts'
import {addProblem} from '../report/problem.ts'
import {type ToGuideOptions, toGuide} from './to-guide.ts'

/** A card to be told in Markdown, and by what it is known again there. */
export interface ToldCard {
  readonly card: MarkdownCard
  /** Absent for cards that never were in a deck of ours. */
  readonly id?: string
  /** Of a card that was read from Markdown. */
  readonly contentHash?: string
  /** HTML by field name, of a note that cardpress made. */
  readonly fields?: ReadonlyMap<string, string>
}

export interface TellOptions extends ToGuideOptions {
  readonly path: string
  /** @default 'heading-answer' */
  readonly shape?: MarkdownShape
}

export interface ToldText {
  readonly text: string
  /** With a warning for each card that does not come back the same. */
  readonly file: VFile
  /** Content hashes, by card id, of cards that a learner sees as before though Markdown tells them with less: a link that no deck holds. */
  readonly hashes: ReadonlyMap<string, string>
}

/** Enough to give a lost card a label and then an id. */
const mostTurns = 3

/**
 * Writes cards as Markdown and reads them back: a question that is not read gets the label `Q:`, a card whose id would be another one
 * gets its id written, the answer of one that reads differently goes into a fold or out of it where that helps, and what still reads
 * differently is a warning of the file.
 */
export async function tellCards(head: MarkdownHead, given: readonly ToldCard[], options: TellOptions): Promise<ToldText> {
  const {shape: written, ...reading} = options
  const attempt = async (cards: readonly ToldCard[]): Promise<Attempt> => {
    const text = await toMarkdown(
      head,
      cards.map(({card}) => card),
      written
    )
    const {guide} = await toGuide(text, reading)
    return compare(cards, text, guide)
  }
  let best = await attempt(given)
  for (let turn = 1; turn < mostTurns && best.lost.size > 0; turn++)
    best = await attempt(best.cards.map((told) => (best.lost.has(told) ? plainer(told, best.read) : told)))
  if (best.changed.size > 0) best = await foldedWhereItHelps(best, written === 'hidden-answer', attempt)
  const file = new VFile({path: options.path, value: best.text})
  for (const told of best.lost) report(file, told, 'that Markdown can not tell, expected another way to ask it')
  for (const told of best.changed) report(file, told, 'that reads differently as Markdown, expected what was there')
  return {text: best.text, file, hashes: best.hashes}
}

/** Cards as they were written and read again. */
interface Attempt {
  readonly cards: readonly ToldCard[]
  readonly text: string
  readonly read: readonly Card[]
  readonly lost: ReadonlySet<ToldCard>
  readonly changed: ReadonlySet<ToldCard>
  readonly hashes: ReadonlyMap<string, string>
}

async function compare(cards: readonly ToldCard[], text: string, guide: Guide | undefined): Promise<Attempt> {
  const fields = guide && cards.some((told) => told.fields) ? await fieldsOf(guide) : new Map<Card, ReadonlyMap<string, string>>()
  const twins = twinsOf(cards, guide?.cards ?? [])
  const changed = new Set<ToldCard>()
  const hashes = new Map<string, string>()
  for (const [told, twin] of twins) {
    if (!isSame(told, twin, fields.get(twin))) changed.add(told)
    else if (told.id !== undefined && told.contentHash !== twin.contentHash) hashes.set(told.id, twin.contentHash)
  }
  return {cards, text, read: guide?.cards ?? [], lost: new Set(cards.filter((told) => !twins.has(told))), changed, hashes}
}

/** Fields as they would be in a deck. */
async function fieldsOf(guide: Guide): Promise<ReadonlyMap<Card, ReadonlyMap<string, string>>> {
  const {notes} = await toNotes(guide, new VFile())
  const byGuid = new Map(notes.map((note) => [note.guid, note]))
  return new Map<Card, ReadonlyMap<string, string>>(
    guide.cards.flatMap((card) => {
      const note = byGuid.get(guid(card.guideId, card.id, card.kind === 'cloze' ? 'cloze' : 'standard'))
      return note
        ? [[card, new Map<string, string>(note.notetype.fields.map(({name}, index) => [name, note.fields[index] ?? '']))] as const]
        : []
    })
  )
}

/** `Meta` tells of the Markdown and not of the card; the link of `Source` is an option of the build. */
const hiddenFields: ReadonlySet<string> = new Set(['Meta', 'Source'])

function isSame(told: ToldCard, twin: Card, fields: ReadonlyMap<string, string> | undefined): boolean {
  if (told.contentHash !== undefined) return told.contentHash === twin.contentHash
  if (told.fields === undefined) return print(told.card) === print(twin)
  return fields !== undefined && [...told.fields].every(([name, html]) => hiddenFields.has(name) || fields.get(name) === html)
}

/** A lost card as it may be found the next time. */
function plainer({card, id, ...rest}: ToldCard, read: readonly Card[]): ToldCard {
  const key = questionSkeleton(card)
  const isRead = read.some((found) => questionSkeleton(found) === key)
  return {...rest, ...(id !== undefined && {id}), card: isRead && id !== undefined ? {...card, keptId: id} : {...card, labelled: true}}
}

/** Something in an answer may end it, such as a line that looks like a question: in a fold nothing does, but a first "A:" is lost there. */
async function foldedWhereItHelps(
  best: Attempt,
  isFolded: boolean,
  attempt: (cards: readonly ToldCard[]) => Promise<Attempt>
): Promise<Attempt> {
  const folds = new Map([...best.changed].map((told) => [told, {...told, card: {...told.card, folded: !isFolded}}]))
  const folded = await attempt(best.cards.map((told) => folds.get(told) ?? told))
  const helps = (told: ToldCard) => !folded.changed.has(told) && !folded.lost.has(told)
  const chosen = best.cards.map((told) => {
    const fold = folds.get(told)
    return fold && helps(fold) ? fold : told
  })
  const last = await attempt(chosen)
  return last.changed.size + last.lost.size < best.changed.size + best.lost.size ? last : best
}

function report(file: VFile, {card}: ToldCard, rest: string): void {
  const question = toPlainText(card.question).replace(/\s+/g, ' ').slice(0, 80)
  addProblem(file, {severity: 'warning', ruleId: 'lost-in-markdown', reason: `Unexpected card \`${question}\` ${rest}`})
}

/** The card that each one became; one that is not found is not in it. */
function twinsOf(cards: readonly ToldCard[], read: readonly Card[]): ReadonlyMap<ToldCard, Card> {
  const byId = new Map(read.map((card) => [card.id, card]))
  const byQuestion = new Map(read.map((card) => [questionSkeleton(card), card]))
  return new Map(
    cards.flatMap((told) => {
      const twin = told.id === undefined ? byQuestion.get(questionSkeleton(told.card)) : byId.get(told.id)
      return twin ? [[told, twin] as const] : []
    })
  )
}

/** What a learner reads of a card, without its form. */
function print({options, answer, explanation, section, tags}: Omit<Candidate, 'recogniser' | 'position'>): string {
  const sides = [answer, ...options.map(({content}) => content), explanation].map((nodes) => skeleton(toPlainText(nodes)))
  return JSON.stringify([sides, options.map(({right}) => right), section, [...tags].sort()])
}
