import type {Card} from '../guide/card.ts'
import {titleFromStem, titleInHtml} from '../guide/document-title.ts'
import type {Guide} from '../guide/guide.ts'
import {isReversed} from '../guide/is-reversed.ts'
import {languageOfText} from '../guide/language-of-text.ts'
import {emptyLock, formatLock, type Lock} from '../lock/lock.ts'
import type {Change, Settled} from '../lock/settle-cards.ts'
import {type SettledGuideCards, settleLock} from '../lock/settle-lock.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {beginTheme, dressThemes, runLook, type ThemeOptions, themeOf} from './dress-themes.ts'
import {gatherFolders, sourceOf} from './gather-folders.ts'
import type {Host} from './host.ts'
import {lockFinder} from './lock-finder.ts'
import {nameGuides} from './name-guides.ts'
import {type OpenLock, openLock} from './open-lock.ts'
import {type Prepared, prepare} from './prepare.ts'
import type {Draft} from './read-drafts.ts'
import {reportKnownElsewhere, reportSettled, reportShallow} from './report-settled.ts'
import {reportTheme} from './report-theme.ts'

export interface SettleOptions extends ThemeOptions {
  /** What decks handed out know, for cards that the lock has lost. @default None. */
  readonly base?: Lock | undefined
  /** Stamps unchanged cards anew. @default false */
  readonly restamp?: boolean | undefined
  /** Address on the web of the folder that the lock lies in; cards link to their source there. @default No links */
  readonly sourceUrl?: string | undefined
}

export interface SettledGuide {
  readonly guide: Guide
  readonly draft: Draft
  readonly changes: Readonly<Record<Change, number>>
  /** What happened to each card of the guide, in its order. */
  readonly settled: readonly Settled[]
  /** Ids of cards the last build had and this one has not. */
  readonly removed: readonly string[]
}

export interface Settlement {
  /** In the order of the drafts. */
  readonly guides: readonly SettledGuide[]
  /** Locks whose text changed. */
  readonly locks: readonly {path: string; text: string}[]
  /** Locks as they are now, changed or not, by path. */
  readonly state: ReadonlyMap<string, Lock>
  /** Cards of guides whose file is gone, by guide id. */
  readonly lost: ReadonlyMap<string, readonly string[]>
}

const CARDS_TO_TELL = 100

/** Gives guides and cards their identity by the lock. Pure but for the host; writes nothing. */
export async function settleGuides(readDrafts: readonly Draft[], host: Host, options: SettleOptions = {}): Promise<Settlement> {
  const drafts = gatherFolders(readDrafts)
  const findLock = lockFinder(host)
  const opened = new Map<string, {open: OpenLock | undefined; guides: Prepared[]}>()
  for (const draft of drafts) {
    if (draft.extraction.candidates.length === 0) continue
    const {path, text} = await findLock(draft)
    const entry = opened.get(path) ?? {open: openLock(path, text, options.base ?? emptyLock(), draft), guides: []}
    opened.set(path, entry)
    if (entry.open) entry.guides.push(await prepare(draft, path, host, options.sourceUrl))
  }
  const guides: SettledGuide[] = []
  const locks: {path: string; text: string}[] = []
  const state = new Map<string, Lock>()
  const lost = new Map<string, readonly string[]>()
  for (const {open, guides: prepared} of opened.values()) {
    if (!open) continue
    const settlement = await settleOpenLock(open, prepared, host, options)
    guides.push(...settlement.guides)
    state.set(open.path, settlement.lock)
    for (const [id, cards] of settlement.lost) lost.set(id, cards)
    const text = formatLock(settlement.lock)
    if (text !== open.text) locks.push({path: open.path, text})
  }
  const order = new Map(drafts.map((draft, index) => [draft, index]))
  return {guides: guides.sort((a, b) => (order.get(a.draft) ?? 0) - (order.get(b.draft) ?? 0)), locks, state, lost}
}

async function settleOpenLock(open: OpenLock, prepared: readonly Prepared[], host: Host, options: SettleOptions) {
  const paths = new Set(prepared.map(({path}) => path))
  const gone = new Set<string>()
  const sourceless = new Set<string>()
  for (const [id, {source}] of Object.entries(open.lock.guides))
    if (source === undefined) sourceless.add(id)
    else if (!paths.has(source) && !(await host.hasSource(open.path, source))) gone.add(id)
  const {ids, lock} = nameGuides(prepared, open.lock, new Set([...gone, ...sourceless]))
  const named = prepared.flatMap((guide) => {
    const id = ids.get(guide.draft)
    return id === undefined ? [] : [{...guide, id}]
  })
  const look = await runLook(lock, options, host.readAsset)
  const owner = named[0]?.draft.frontMatter.author ?? named[0]?.id ?? ''
  const requests = named.map((guide) => ({
    ...{id: guide.id, source: guide.path, deck: deckOf(guide)},
    notetypes: beginTheme(lock.themes, look, owner),
    ...{unsettled: guide.unsettled, guideSeconds: guide.date.seconds}
  }))
  const settlement = settleLock(lock, requests, gone, open.loose, {nowSeconds: host.nowSeconds, restamp: options.restamp})
  const dates = new Map(named.map(({id, date}) => [id, date.seconds]))
  const dressed = dressThemes(settlement.lock, dates, look, host.nowSeconds)
  const guides = named.flatMap((guide, index): SettledGuide[] => {
    const cards = settlement.guides[index]
    return cards ? [toSettledGuide(guide, cards, dressed)] : []
  })
  const isShown = guides.some(({guide}) => guide.theme)
  for (const guide of guides) reportTheme(guide, look, lock.themes?.[guide.guide.theme?.standard ?? 0], isShown)
  for (const guide of guides) reportSettled(guide)
  const shallow = guides.find(({draft, changes}) => changes.new > 0 && named.some((guide) => guide.draft === draft && guide.date.isShallow))
  if (shallow) reportShallow(shallow)
  reportKnownElsewhere(guides, lock, new Set([...ids.values(), ...gone, ...sourceless]))
  return {guides, lost: settlement.lost, lock: withoutLoose(dressed, open.loose, new Set(ids.values()))}
}

/** A guide of a base deck that is not built now is none of this lock's business. */
function withoutLoose(lock: Lock, loose: ReadonlySet<string>, running: ReadonlySet<string>): Lock {
  return {...lock, guides: Object.fromEntries(Object.entries(lock.guides).filter(([id]) => !loose.has(id) || running.has(id)))}
}

function titleOf({draft: {source, title, tree, extraction}}: Prepared, id: string): string {
  return title ?? titleInHtml(tree, extraction.candidates) ?? titleFromStem(source.stem ?? id)
}

function deckOf(guide: Prepared & {id: string}): string {
  const {frontMatter, source} = guide.draft
  return frontMatter.deck ?? [...source.folders.map(titleFromStem), titleOf(guide, guide.id).replaceAll('::', ' ')].join('::')
}

function toSettledGuide(prepared: Prepared, {id, deck, settled, removed}: SettledGuideCards, lock: Lock): SettledGuide {
  const {draft, unsettled, media, drawings, links} = prepared
  const {source, frontMatter} = draft
  const cards = settled.map((own, index): Card => {
    const {candidate, prints} = unsettled[index] ?? lacking(index)
    const {id: given, ...rest} = candidate
    return {
      ...rest,
      ...{id: own.id, guideId: own.guideId, label: own.label, modSeconds: own.modSeconds, contentHash: own.contentHash},
      ...(own.pictures && {pictures: own.pictures}),
      ...{number: index + 1, path: sourceOf(draft, candidate).file.path, prints, reverse: isReversed(candidate, frontMatter)},
      ...(given !== undefined && {given}),
      ...(own.notetype !== undefined && {theme: themeOf(lock, own.notetype) ?? 'stock'}),
      ...(links?.[index] !== undefined && {sourceUrl: links[index]})
    }
  })
  const notetypes = lock.guides[id]?.notetypes
  const theme = notetypes && themeOf(lock, notetypes.standard)
  const gone = Object.entries(lock.guides[id]?.cards ?? {})
    .filter(([, card]) => card.removed !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const guide: Guide = {
    id,
    title: titleOf(prepared, id),
    ...(frontMatter.author !== undefined && {author: frontMatter.author}),
    ...(frontMatter.license !== undefined && {license: frontMatter.license}),
    ...(frontMatter.qr !== undefined && {qr: frontMatter.qr}),
    lang: frontMatter.lang ?? languageOfText(proseOf(cards)) ?? 'en',
    // Folders stand in the deck's name, which the lock keeps: tags from the path would move with it.
    tags: [...(parents(deck) === '' ? [] : [parents(deck)]), ...(frontMatter.tags ?? [])],
    deck,
    ...(theme && {theme}),
    outputName: outputName(source.folders, source.stem ?? id),
    dateSeconds: frontMatter.date ?? cards.reduce((latest, {modSeconds}) => Math.max(latest, modSeconds), 0),
    cards,
    ...(gone.length > 0 && {removed: Object.fromEntries(gone)}),
    media,
    ...(drawings.size > 0 && {drawings})
  }
  const changes = {new: 0, changed: 0, restamped: 0, same: 0}
  for (const {change} of settled) changes[change]++
  return {guide, draft, changes, settled, removed}
}

/** Levels of a deck above the guide's own. */
function parents(deck: string): string {
  return deck.split('::').slice(0, -1).join('::')
}

/** Prose of as many cards as tell a language. */
function proseOf(cards: readonly Card[]): string {
  const blocks = cards.slice(0, CARDS_TO_TELL).flatMap(({question, answer}) => [...question, ...answer])
  return toPlainText({type: 'root', children: blocks.filter(({type}) => type !== 'code' && type !== 'math')})
}

function lacking(index: number): never {
  throw new RangeError(`Expected as many candidates as settled cards, found none at ${index}`)
}

/** Anki takes a package of the name `collection.apkg` for a whole collection and replaces everything. */
function outputName(folders: readonly string[], stem: string): string {
  return [...folders, stem.toLowerCase() === 'collection' ? `${stem}-cards` : stem].join('/')
}
