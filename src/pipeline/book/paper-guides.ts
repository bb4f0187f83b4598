import type {Guide} from '../../guide/guide.ts'
import type {Host} from '../host.ts'
import type {Draft} from '../read-drafts.ts'
import type {SettledGuide} from '../settle-guides.ts'
import {linkCards} from './link-cards.ts'
import {toBook} from './to-book.ts'

export interface BookOptions {
  /** PDFs of all files together, a chapter each; decks and tables stay apart. @default false */
  readonly asOne?: boolean | undefined
  /** Of the whole. @default By the folder */
  readonly title?: string | undefined
}

/** A guide for paper, and the draft whose file hears of its problems. */
export type PaperGuide = Pick<SettledGuide, 'guide' | 'draft'>

/** What is printed: each guide, or one of all, with links between questions that lead to their pages. */
export async function paperGuides(
  guides: readonly SettledGuide[],
  drafts: readonly Draft[],
  host: Host,
  {asOne, title}: BookOptions
): Promise<readonly PaperGuide[]> {
  const [first] = guides
  if (!asOne || !first) return guides.map(({guide, draft}) => ({guide: linkCards(guide, [draft]), draft}))
  const guide: Guide = await toBook(guides, drafts, host, title)
  return [{guide, draft: first.draft}]
}
