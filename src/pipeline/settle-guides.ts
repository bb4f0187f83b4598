import type {Card} from '../guide/card.ts'
import {contentHash} from '../guide/content-hash.ts'
import {titleFromStem} from '../guide/document-title.ts'
import type {Guide, Media} from '../guide/guide.ts'
import {naturalGuideId} from '../guide/guide-id.ts'
import {fingerprints} from '../guide/natural-ids.ts'
import {emptyLock, formatLock, type Lock, type LockedGuide, lockName, parseLock} from '../lock/lock.ts'
import {type Change, settleCards} from '../lock/settle-cards.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {clozeNotetype, questionNotetype} from '../render/anki/notetype.ts'
import {addProblem} from '../report/problem.ts'
import type {Host} from './host.ts'
import type {Draft} from './read-drafts.ts'
import {readGuideMedia} from './read-guide-media.ts'

/** What a guide of the stock theme begins with; the lock keeps it. */
const stockNotetypes = {standard: questionNotetype.id, cloze: clozeNotetype.id}

export interface SettledGuide {
  readonly guide: Guide
  readonly draft: Draft
  readonly changes: Readonly<Record<Change, number>>
  /** Ids of cards the last build had and this one has not. */
  readonly removed: readonly string[]
}

export interface Settlement {
  readonly guides: readonly SettledGuide[]
  /** Locks whose text changed. */
  readonly locks: readonly {path: string; text: string}[]
}

interface OpenLock {
  readonly path: string
  readonly text: string | undefined
  lock: Lock
}

/** Gives guides and cards their identity by the lock. Pure but for the host; writes nothing. */
export async function settleGuides(drafts: readonly Draft[], host: Host): Promise<Settlement> {
  const openLocks = new Map<string, OpenLock | undefined>()
  const guides: SettledGuide[] = []
  const byId = new Map<string, Draft>()
  for (const draft of drafts) {
    if (draft.extraction.candidates.length === 0) continue
    const {path, text} = await host.readLock(draft.source)
    if (!openLocks.has(path)) openLocks.set(path, openLock(path, text, draft))
    const open = openLocks.get(path)
    if (!open) continue
    const id = guideIdOf(draft, open.lock, host.relativeTo(path, draft.source))
    if (id === undefined) continue
    const twin = byId.get(id)
    if (twin) {
      reportTwin(draft, twin, id)
      continue
    }
    byId.set(id, draft)
    guides.push(await settleGuide(id, draft, open, host))
  }
  const locks = [...openLocks.values()].flatMap((open) => {
    const text = open && formatLock(open.lock)
    return open && text !== undefined && text !== open.text ? [{path: open.path, text}] : []
  })
  return {guides, locks}
}

function openLock(path: string, text: string | undefined, {source}: Draft): OpenLock | undefined {
  const parsed = text === undefined ? emptyLock() : parseLock(text)
  if (!('problem' in parsed)) return {path, text, lock: parsed}
  addProblem(source.file, {
    severity: 'error',
    ruleId: 'damaged-lock',
    reason: `Unexpected ${parsed.problem} in \`${path}\` line ${parsed.line}, expected a lock that can be read`,
    note: `Keep one side of each conflict, or take the lock of the last release: \`git checkout HEAD -- ${lockName}\`. Without it every card would be new to learners.`
  })
  return undefined
}

function guideIdOf({source, frontMatter, title}: Draft, lock: Lock, relativePath: string): string | undefined {
  const known = Object.entries(lock.guides).find(([, guide]) => guide.source === relativePath)?.[0]
  const id = frontMatter.id ?? (source.stem === undefined ? undefined : known) ?? naturalGuideId(title, source.stem)
  if (id === undefined) {
    addProblem(source.file, {
      severity: 'error',
      ruleId: 'guide-without-id',
      reason: 'Unexpected text without title or file name, expected an id that keeps its deck re-importable',
      note: 'Name it with `--id kafka`, or begin it with a heading `# Kafka`.'
    })
  }
  return id
}

function reportTwin(draft: Draft, twin: Draft, id: string): void {
  addProblem(draft.source.file, {
    severity: 'error',
    ruleId: 'duplicate-guide-id',
    reason: `Unexpected guide id \`${id}\` that \`${twin.source.file.path}\` has too, expected one of its own`,
    note: `Give one of them an id in its front matter: \`id: ${id}-2\``
  })
}

async function settleGuide(id: string, draft: Draft, open: OpenLock, host: Host): Promise<SettledGuide> {
  const {source, frontMatter, extraction} = draft
  const locked = open.lock.guides[id]
  const {candidates} = extraction
  const media: ReadonlyMap<string, Media> = await readGuideMedia(draft, host)
  const unsettled = candidates.map((candidate) => ({
    candidate,
    prints: fingerprints(candidate, toPlainText([...candidate.answer, ...candidate.explanation])),
    contentHash: contentHash(candidate, media)
  }))
  const guideSeconds = host.epochSeconds ?? frontMatter.date ?? (await host.sourceDate(source))
  const {settled, cards: lockedCards, removed} = settleCards(id, unsettled, locked, {guideSeconds, nowSeconds: host.nowSeconds})
  const cards = candidates.map((candidate, index): Card => {
    const {id: _, ...rest} = candidate
    const own = settled[index]
    if (!own) throw new RangeError(`Expected as many settled cards as candidates, found none at ${index}`)
    const {change: __, matchedBy: ___, ...identity} = own
    return {...rest, ...identity, number: index + 1, path: source.file.path, contentHash: unsettled[index]?.contentHash ?? ''}
  })
  const title = draft.title ?? titleFromStem(source.stem ?? id)
  const deck = frontMatter.deck ?? locked?.deck ?? [...source.folders.map(titleFromStem), title.replaceAll('::', ' ')].join('::')
  const relativePath = host.relativeTo(open.path, source)
  const entry: LockedGuide = {
    ...(source.stem !== undefined && {source: relativePath}),
    deck: locked?.deck ?? deck,
    notetypes: locked?.notetypes ?? stockNotetypes,
    cards: lockedCards
  }
  open.lock = {...open.lock, guides: {...open.lock.guides, [id]: entry}}
  const guide: Guide = {
    id,
    title,
    ...(frontMatter.author !== undefined && {author: frontMatter.author}),
    lang: frontMatter.lang ?? 'en',
    tags: frontMatter.tags ?? [],
    deck: entry.deck,
    outputName: outputName(source.folders, source.stem ?? id),
    dateSeconds: frontMatter.date ?? Math.max(...cards.map((card) => card.modSeconds)),
    cards,
    media
  }
  const changes = {new: 0, changed: 0, same: 0}
  for (const {change} of settled) changes[change]++
  return {guide, draft, changes, removed}
}

/** Anki takes a package of the name `collection.apkg` for a whole collection and replaces everything. */
function outputName(folders: readonly string[], stem: string): string {
  return [...folders, stem.toLowerCase() === 'collection' ? `${stem}-cards` : stem].join('/')
}
