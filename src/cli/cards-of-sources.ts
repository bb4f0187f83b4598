import type {Source} from '../guide/source.ts'
import {lockName} from '../lock/lock.ts'
import type {Host} from '../pipeline/host.ts'
import {type DraftOptions, readDrafts} from '../pipeline/read-drafts.ts'
import {settleGuides} from '../pipeline/settle-guides.ts'
import {tellGuide} from '../pipeline/tell-guide.ts'
import type {MarkdownShape} from '../render/markdown/markdown-card.ts'
import type {MarkdownFile} from './write-markdown.ts'

/**
 * Sources as Markdown in one shape, whatever they look like. A lock is written beside where there is one already.
 *
 * @returns The sources too: their problems are told as well.
 */
export async function cardsOfSources(
  paths: readonly string[],
  shape: MarkdownShape,
  {id}: Pick<DraftOptions, 'id'>,
  host: Host
): Promise<{readonly told: readonly MarkdownFile[]; readonly sources: readonly Source[]}> {
  const sources = await host.readSources(paths)
  const {guides, state} = await settleGuides(await readDrafts(sources, {id}), host)
  const told: MarkdownFile[] = []
  for (const settled of guides) {
    const {guide} = settled
    const [path, lock] = [...state].find(([, {guides}]) => Object.hasOwn(guides, guide.id)) ?? []
    const isOnDisk = path !== undefined && (await host.hasSource(path, lockName))
    const locked = isOnDisk ? lock?.guides[guide.id] : undefined
    const name = `${guide.outputName}.md`
    const result = await tellGuide(settled, {path: name, shape, dateSeconds: host.nowSeconds})
    told.push({...result, cards: guide.cards.length, lock: locked && {id: guide.id, guide: locked}})
  }
  return {told, sources}
}
