import type {BookPlan} from '../../guide/book/book-plan.ts'
import {joinGuides} from '../../guide/book/join-guides.ts'
import {titleFromStem} from '../../guide/document-title.ts'
import type {Guide} from '../../guide/guide.ts'
import type {Host} from '../host.ts'
import type {Draft} from '../read-drafts.ts'
import type {SettledGuide} from '../settle-guides.ts'
import {type Chapter, chapterOrder} from './chapter-order.ts'
import {linkCards} from './link-cards.ts'

interface BookChapter extends Chapter {
  readonly settled: SettledGuide
}

/**
 * One guide of all, a chapter each, in the order that their folder asks for.
 *
 * @param drafts - All that was read: a README without questions may name the whole.
 * @param title - Of the whole. @default What the folder's settings say, else its README, else its name.
 */
export async function toBook(guides: readonly SettledGuide[], drafts: readonly Draft[], host: Host, title?: string): Promise<Guide> {
  const homes = Map.groupBy(guides, ({draft}) => draft.source.home)
  const chapters: SettledGuide[] = []
  let named: string | undefined
  for (const [home, own] of homes) {
    const plan = await host.readBookPlan(home, foldersOf(own))
    named ??= titleOf(plan, drafts, home)
    chapters.push(...inOrder(own, plan))
  }
  const stem = [...homes.keys()][0]?.split(/[\\/]/).findLast((part) => part !== '') ?? 'book'
  const book = joinGuides(
    chapters.map(({guide}) => guide),
    {title: title ?? named ?? titleFromStem(stem), outputName: stem}
  )
  return linkCards(book, drafts)
}

function inOrder(guides: readonly SettledGuide[], plan: BookPlan): readonly SettledGuide[] {
  const chapters = guides.map((settled): BookChapter => {
    const {source, tree} = settled.draft
    const [matter] = tree.children
    const position = matter?.type === 'yaml' ? /^sidebar_position:\s*(-?\d+(?:\.\d+)?)\s*$/m.exec(matter.value)?.[1] : undefined
    return {path: source.relative, position: position === undefined ? undefined : Number(position), settled}
  })
  return chapterOrder(chapters, plan).map(({settled}) => settled)
}

/** Every folder that files lie in, below their home. */
function foldersOf(guides: readonly SettledGuide[]): readonly string[] {
  const folders = guides.flatMap(({draft}) => {
    const parts = draft.source.relative.split('/').slice(0, -1)
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  })
  return [...new Set(folders)]
}

function titleOf(plan: BookPlan, drafts: readonly Draft[], home: string): string | undefined {
  const readme = drafts.find(({source}) => source.home === home && /^(?:readme|index)\.[^./]+$/i.test(source.relative))
  return plan.title ?? readme?.title
}
