import {readFile} from 'node:fs/promises'
import {basename, extname} from 'node:path'
import {fromHtml} from 'hast-util-from-html'
import {toText} from 'hast-util-to-text'
import {slug} from '../guide/slug.ts'
import type {LockedGuide} from '../lock/lock.ts'
import {parseMeta} from '../render/anki/meta.ts'
import type {MarkdownHead} from '../render/markdown/to-markdown.ts'
import {CliError} from '../report/cli-error.ts'
import {type DeckCard, toDeckCard} from './deck-card.ts'
import {toLock} from './read-base.ts'
import {type DeckContent, type DeckNote, readDeck} from './read-deck.ts'

/** The notes of a deck that become one Markdown file. */
export interface DeckGuide {
  /** Safe as the name of a file on every system, without extension. */
  readonly name: string
  readonly head: MarkdownHead
  readonly cards: readonly DeckCard[]
  /** What cardpress remembered of the guide; absent for decks of other tools. */
  readonly lock?: LockedGuide
  /** Pictures and sounds by the address that the cards use. */
  readonly media: ReadonlyMap<string, Uint8Array>
  /** Names of pictures and sounds that the package lacks. */
  readonly missing: readonly string[]
}

/**
 * Divides a package: a file for each guide of ours, for other notes one for each deck. Where there is but one, it is named after the package.
 *
 * @param read - Where the package is inside of another file.
 * @throws CliError for a file that is no package of Anki.
 */
export async function deckGuides(path: string, read: () => Promise<Uint8Array> = () => readFile(path)): Promise<DeckGuide[]> {
  const deck = await read()
    .then(readDeck)
    .catch((error) => {
      throw new CliError(`The deck ${path} can't be read (${error.message}). Give a package of Anki (.apkg).`, 1, {cause: error})
    })
  const stem = basename(path, extname(path))
  const cardsOf = Map.groupBy(deck.notes, (note) => keyOf(note))
  const locks = toLock(deck)?.guides ?? {}
  const taken = new Set<string>()
  return [...cardsOf].map(([key, notes]) => {
    const id = key.startsWith('guide:') ? key.slice('guide:'.length) : undefined
    return toDeckGuide(
      notes,
      id,
      id === undefined ? undefined : locks[id],
      deck,
      uniqueName(cardsOf.size === 1 ? stem : (id ?? slug(key.slice('deck:'.length))), taken)
    )
  })
}

function keyOf({fields, deck}: DeckNote): string {
  const meta = parseMeta(fields.get('Meta') ?? '')
  return meta ? `guide:${meta.in ?? meta.guide}` : `deck:${deck}`
}

function toDeckGuide(
  notes: readonly DeckNote[],
  id: string | undefined,
  lock: LockedGuide | undefined,
  deck: DeckContent,
  fileName: string
): DeckGuide {
  const media = new Map<string, Uint8Array>()
  const missing = new Set<string>()
  let footnotes = 0
  const nextFootnote = () => String(++footnotes)
  const addressOf = (name: string) => {
    if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(name)) return name
    const bytes = deck.media(name)
    const address = `media/${safeName(name)}`
    if (bytes) media.set(address, bytes)
    else missing.add(name)
    return address
  }
  const read = notes.map((note) => toDeckCard(note, {addressOf, nextFootnote}))
  const shared = sharedTags(read)
  const isReversed =
    id !== undefined &&
    read.length > 0 &&
    read.every(({card, note}) => card.kind !== 'basic' || note.isReversed) &&
    read.some(({note}) => note.isReversed)
  const isCommon = (tag: string) => shared.includes(tag) || (isReversed && tag === 'reverse')
  const name = lock?.deck ?? notes[0]?.deck ?? ''
  return {
    name: fileName,
    head: {
      ...titleOf(deck, name),
      id,
      deck: name,
      tags: shared.length > 0 ? shared : undefined,
      reverse: isReversed || undefined
    },
    cards: read.map((each) => ({...each, card: {...each.card, tags: each.card.tags.filter((tag) => !isCommon(tag))}})),
    ...(lock && {lock}),
    media,
    missing: [...missing]
  }
}

/** Tags of every note: those of the file. */
function sharedTags(cards: readonly DeckCard[]): string[] {
  const [first, ...rest] = cards
  return (first?.card.tags ?? []).filter((tag) => tag !== 'reverse' && rest.every(({card}) => card.tags.includes(tag)))
}

/** Title, author, day and licence as our description tells them; of another deck the last level of its name. */
function titleOf({decks}: DeckContent, name: string): Pick<MarkdownHead, 'title' | 'author' | 'date' | 'license'> {
  const description = decks.find((deck) => deck.name === name)?.description ?? ''
  const [title, byline, license] = /^<b>.*<\/b><br>/.test(description) ? toText(fromHtml(description, {fragment: true})).split('\n') : []
  const [, author, date] = /^(?:(.+) · )?(\d{4}-\d\d-\d\d)$/.exec(byline ?? '') ?? []
  return {
    title: title || name.split('::').at(-1) || 'Deck',
    ...(author !== undefined && {author}),
    ...(date !== undefined && {date}),
    ...(license !== undefined && {license})
  }
}

/** A name without folders, of letters, digits, `.`, `-` and `_`. */
function safeName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?(?:\.|$)/i.test(plain) ? `file-${plain}` : plain
}

function uniqueName(wanted: string, taken: Set<string>): string {
  const stem = safeName(wanted).slice(0, 80)
  let name = stem
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}-${count}`
  taken.add(name.toLowerCase())
  return name
}
