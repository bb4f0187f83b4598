import {createHash} from 'node:crypto'
import {VFile} from 'vfile'
import type {Media} from '../guide/guide.ts'
import {sniffMedia} from '../guide/sniff-media.ts'
import {formatLock, type LockedGuide} from '../lock/lock.ts'
import {readDrafts} from '../pipeline/read-drafts.ts'
import {tellCards} from '../pipeline/tell-cards.ts'
import {type DeckGuide, deckGuides} from '../read/deck-guides.ts'
import {isHandout, readHandout} from '../read/read-handout.ts'
import type {MarkdownShape} from '../render/markdown/markdown-card.ts'
import {addProblem} from '../report/problem.ts'
import {terminal} from './host.ts'
import type {MarkdownFile} from './write-markdown.ts'

/** Decks of Anki, or those inside handouts, as Markdown that cardpress reads to the same cards. The notes inside a handout come out as they went in. */
export async function cardsOfDecks(paths: readonly string[], shape: MarkdownShape, dateSeconds: number): Promise<MarkdownFile[]> {
  const told: MarkdownFile[] = []
  for (const path of paths) {
    const handout = isHandout(path) ? await readHandout(path, terminal.cwd()) : undefined
    if (handout && 'notes' in handout)
      for (const {name, bytes, source} of handout.notes) {
        const [draft] = await readDrafts([source])
        told.push({file: new VFile({path: name}), text: bytes, cards: draft?.extraction.candidates.length ?? 0, media: new Map()})
      }
    else
      for (const guide of await (handout ? deckGuides(path, async () => handout.deck) : deckGuides(path)))
        told.push(await tell(guide, shape, dateSeconds))
  }
  return told
}

async function tell(
  {name, head, cards, lock, media, missing}: DeckGuide,
  shape: MarkdownShape,
  dateSeconds: number
): Promise<MarkdownFile> {
  const path = `${name}.md`
  const {text, file, hashes} = await tellCards(
    head,
    cards.map(({card, meta, note: {fields}}) => ({card, ...(meta && {id: meta.card, fields})})),
    {
      ...{path, dateSeconds, shape},
      readMedia: async (url) => toMedia(media.get(url)),
      ...(lock && head.id !== undefined && {lock: formatLock({version: 1, guides: {[head.id]: {...lock, source: path}}})})
    }
  )
  for (const name of missing)
    addProblem(file, {
      severity: 'warning',
      ruleId: 'lost-in-markdown',
      reason: `Unexpected picture or sound \`${name}\` that the package lacks, expected it inside`
    })
  return {
    file,
    text,
    cards: cards.length,
    media,
    lock: lock && head.id !== undefined ? {id: head.id, guide: withHashes(lock, hashes)} : undefined
  }
}

/** What a learner sees did not change, so the next build must not take it for an edit. */
function withHashes(lock: LockedGuide, hashes: ReadonlyMap<string, string>): LockedGuide {
  const cards = Object.entries(lock.cards).map(([id, card]) => [id, {...card, hash: hashes.get(id) ?? card.hash}])
  return {...lock, cards: Object.fromEntries(cards)}
}

function toMedia(bytes: Uint8Array | undefined): Media | undefined {
  const type = bytes && sniffMedia(bytes)
  return bytes && type && {bytes, ...type, sha256: createHash('sha256').update(bytes).digest('hex')}
}
