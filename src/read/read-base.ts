import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {NotetypeIds} from '../guide/theme.ts'
import {emptyLock, type Lock, type LockedCard, type LockedTheme, readLockedCards} from '../lock/lock.ts'
import {mergeBase} from '../lock/merge-base.ts'
import {lookPrint} from '../render/anki/load-models.ts'
import {parseMeta} from '../render/anki/meta.ts'
import {isStock} from '../render/anki/notetypes-of.ts'
import {pairOf} from '../render/anki/theme-ids.ts'
import {unpackThemeMedia} from '../render/anki/theme-media.ts'
import {CliError} from '../report/cli-error.ts'
import {type DeckContent, readDeck} from './read-deck.ts'

/**
 * The lock as the decks of the last release carry it: everything but the paths of sources.
 *
 * @param paths - Packages, or folders with packages anywhere below.
 * @throws CliError when a path leads to nothing, or a file is no deck of cardpress: a build without its base would duplicate cards.
 */
export async function readBase(paths: readonly string[]): Promise<Lock> {
  let base = emptyLock()
  for (const path of await findDecks(paths)) {
    const deck = await readFile(path)
      .then(readDeck)
      .catch((error) => {
        throw new CliError(`The base ${path} can't be read (${error.message}). Give a deck that cardpress made.`, 1, {cause: error})
      })
    const lock = toLock(deck)
    if (!lock) throw new CliError(`The base ${path} holds no card that cardpress made, or is made by a newer one.`, 1)
    base = mergeBase(base, lock)
  }
  return base
}

/** Packages by paths that lead to them or to folders of them. @throws CliError for a path that leads nowhere. */
export async function findDecks(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of paths) {
    const stats = await stat(path).catch((error) => {
      throw new CliError(`There is no base ${path}: expected a deck (.apkg) of the last release, or a folder with decks.`, 2, {
        cause: error
      })
    })
    const inside = stats.isDirectory() ? await readdir(path, {recursive: true}) : undefined
    found.push(
      ...(inside
        ?.filter((name) => /\.apkg$/i.test(name))
        .sort()
        .map((name) => join(path, name)) ?? [path])
    )
  }
  return found
}

/** Undefined when no note carries what we need. */
export function toLock({notes, decks, notetypes, media, memory}: DeckContent): Lock | undefined {
  const deck = decks.find(({description}) => description)?.name
  const guides = new Map<string, {home: NotetypeIds; isBorn: boolean; cards: Map<string, LockedCard>; last: string | undefined}>()
  const ours: {holder: string; card: string; side: keyof NotetypeIds; notetypeId: number}[] = []
  for (const {fields, isCloze, modSeconds, notetypeId} of notes) {
    const meta = parseMeta(fields.get('Meta') ?? '')
    if (!meta) continue
    const holder = meta.in ?? meta.guide
    const isBorn = meta.in === undefined
    const guide = guides.get(holder) ?? {home: pairOf(notetypeId), isBorn, cards: new Map(), last: undefined}
    // What was born in the guide tells its notetypes, what came from another one brought its own along.
    if (isBorn && !guide.isBorn) Object.assign(guide, {home: pairOf(notetypeId), isBorn})
    guides.set(holder, guide)
    guide.cards.set(meta.card, {
      label: fields.get('Label') ?? '',
      hash: meta.hash,
      question: meta.question,
      ...(meta.answer !== undefined && {answer: meta.answer}),
      ...(meta.section !== undefined && {section: meta.section}),
      ...(guide.last !== undefined && {after: guide.last}),
      ...(meta.guide !== holder && {guide: meta.guide}),
      ...(meta.given !== undefined && {given: meta.given}),
      ...(isCloze && {kind: 'cloze' as const}),
      ...(meta.pictures !== undefined && {pictures: meta.pictures}),
      mod: modSeconds
    })
    guide.last = meta.card
    ours.push({holder, card: meta.card, side: isCloze ? 'cloze' : 'standard', notetypeId})
  }
  for (const {holder, card, side, notetypeId} of ours) {
    const {home, cards} = guides.get(holder) ?? {}
    const locked = cards?.get(card)
    if (locked && home?.[side] !== notetypeId) cards?.set(card, {...locked, notetype: notetypeId})
  }
  if (guides.size === 0) return undefined
  const gone = Object.entries(readLockedCards(memory?.removed)).filter(([, {removed}]) => removed !== undefined)
  const holder = guides.get(memory?.guide ?? '')
  for (const [id, card] of gone) if (holder && !holder.cards.has(id)) holder.cards.set(id, card)
  const entries = [...guides].map(
    ([id, {home, cards}]) => [id, {deck: deck ?? id, notetypes: home, cards: Object.fromEntries(cards)}] as const
  )
  const themes = themesOf(
    ours.map(({notetypeId}) => notetypeId),
    notetypes,
    media
  )
  return {version: 1, ...(Object.keys(themes).length > 0 && {themes}), guides: Object.fromEntries(entries)}
}

/** Looks of the notetypes that are not the stock ones. One that is not told whole counts as changed at the next build. */
function themesOf(ids: readonly number[], notetypes: DeckContent['notetypes'], media: DeckContent['media']): NonNullable<Lock['themes']> {
  const pairs = new Map(ids.filter((id) => !isStock(id)).map((id) => [pairOf(id).standard, pairOf(id)]))
  return Object.fromEntries(
    [...pairs].map(([standard, {cloze}]): [string, LockedTheme] => {
      const dresses = [standard, cloze].flatMap((id) => notetypes.get(id)?.dress ?? [])
      const mod = dresses.reduce((latest, {modSeconds}) => Math.max(latest, modSeconds), 0)
      return [String(standard), {look: dresses.length === 2 ? lookPrint(dresses.map(({look}) => unpackThemeMedia(look, media))) : '', mod}]
    })
  )
}
