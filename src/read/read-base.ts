import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {emptyLock, type Lock, type LockedCard} from '../lock/lock.ts'
import {mergeBase} from '../lock/merge-base.ts'
import {parseMeta} from '../render/anki/meta.ts'
import {clozeNotetype, questionNotetype} from '../render/anki/notetype.ts'
import {CliError} from '../report/cli-error.ts'
import {type DeckContent, readDeck} from './read-deck.ts'

/**
 * The lock as the decks of the last release carry it: everything but removed cards and the paths of sources.
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
export function toLock({notes, decks}: Pick<DeckContent, 'notes' | 'decks'>): Lock | undefined {
  const deck = decks.find(({description}) => description)?.name
  const guides = new Map<string, {cards: Map<string, LockedCard>; last: string | undefined}>()
  const notetypes = {standard: questionNotetype.id, cloze: clozeNotetype.id}
  for (const {fields, isCloze, modSeconds, notetypeId} of notes) {
    const meta = parseMeta(fields.get('Meta') ?? '')
    if (!meta) continue
    notetypes[isCloze ? 'cloze' : 'standard'] = notetypeId
    const holder = meta.in ?? meta.guide
    const guide = guides.get(holder) ?? {cards: new Map(), last: undefined}
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
  }
  if (guides.size === 0) return undefined
  const entries = [...guides].map(([id, {cards}]) => [id, {deck: deck ?? id, notetypes, cards: Object.fromEntries(cards)}] as const)
  return {version: 1, guides: Object.fromEntries(entries)}
}
