import type {RootContent} from 'mdast'
import {heading, isLongCloze, type MarkdownCard, type MarkdownShape, writeCloze, writeQuestion} from './markdown-card.ts'
import {writeBlocks} from './write-blocks.ts'

/** What the front matter says; absent keys are left out. */
export interface MarkdownHead {
  /** Keys of other tools and settings, as they were. */
  readonly [other: string]: unknown
  readonly title: string
  readonly id?: string | undefined
  readonly author?: string | undefined
  readonly license?: string | undefined
  readonly lang?: string | undefined
  readonly date?: string | undefined
  readonly deck?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly reverse?: boolean | undefined
}

/**
 * Cards in a shape that can tell each of them: a heading that asks, choices as check boxes, the answer below a label or in a fold, gaps as
 * `{{c1::...}}`, sections as headings, ids and tags behind the question. Ends with a line feed.
 */
export async function toMarkdown(
  head: MarkdownHead,
  cards: readonly MarkdownCard[],
  shape: MarkdownShape = 'heading-answer'
): Promise<string> {
  const {stringify} = await import('yaml')
  const matter = stringify(Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined)), {lineWidth: 0})
  const blocks: RootContent[] = [heading(1, [{type: 'text', value: head.title}])]
  const asBlocks = cards.some(isLongCloze)
  let section: readonly string[] = []
  for (const card of inReadingOrder(cards)) {
    blocks.push(...sectionHeadings(section, card.section))
    section = card.section
    blocks.push(...(card.kind === 'cloze' ? writeCloze(card, asBlocks) : writeQuestion(card, shape)))
  }
  return `---\n${matter}---\n\n${writeBlocks(blocks)}`
}

/**
 * What stands below a heading belongs to it, so cards without a section come first, and within a section the texts with gaps come
 * before the questions. Else the order stays.
 */
function inReadingOrder(cards: readonly MarkdownCard[]): MarkdownCard[] {
  const runs: MarkdownCard[][] = []
  for (const card of [...cards].sort((a, b) => Math.min(1, a.section.length) - Math.min(1, b.section.length))) {
    const run = runs.at(-1)
    if (run?.[0] && samePath(run[0].section, card.section)) run.push(card)
    else runs.push([card])
  }
  return runs.flatMap((run) => run.sort((a, b) => Number(b.kind === 'cloze') - Number(a.kind === 'cloze')))
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, level) => name === b[level])
}

/** Headings for the levels that are new; the way back up from a deeper section says the last one again. */
function sectionHeadings(before: readonly string[], now: readonly string[]): RootContent[] {
  const same = now.findIndex((name, level) => before[level] !== name)
  const start = same !== -1 ? same : before.length > now.length ? now.length - 1 : now.length
  return now.slice(start).map((name, index) => heading(start + index + 2, [{type: 'text', value: name}]))
}
