import {createHash} from 'node:crypto'
import {dirname, relative} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {VFile} from 'vfile'
import type {Media} from '../guide/guide.ts'
import {emptyLock, formatLock, type Lock, lockName, parseLock} from '../lock/lock.ts'
import {readDrafts} from '../pipeline/read-drafts.ts'
import {tellCards} from '../pipeline/tell-cards.ts'
import {type DeckGuide, deckGuides} from '../read/deck-guides.ts'
import {type HandoutNotes, isHandout, readHandout} from '../read/read-handout.ts'
import {readNearestLock} from '../read/read-nearest-lock.ts'
import {sniffMedia} from '../read/sniff-media.ts'
import {aligned} from '../report/aligned.ts'
import {CliError} from '../report/cli-error.ts'
import {countText} from '../report/count-text.ts'
import {addProblem} from '../report/problem.ts'
import type {FileToWrite} from '../write/write-files.ts'
import {writeNewFiles} from '../write/write-new-files.ts'
import {type CommonOptions, finish, toJson} from './finish.ts'
import {createHost, terminal} from './host.ts'

/**
 * `cardpress cards deck.apkg --markdown --out DIR`: decks as Markdown that cardpress reads to the same cards, pictures and lock beside it.
 * The notes inside a handout come out as they went in.
 */
export async function cardsOfDecks(paths: readonly string[], out: string, options: CommonOptions): Promise<void> {
  const host = createHost({out})
  const files: FileToWrite[] = []
  const told: {file: VFile; cards: number}[] = []
  const locks: Record<string, NonNullable<DeckGuide['lock']>> = {}
  for (const {name, bytes, source} of (await Promise.all(paths.map(notesOf))).flat()) {
    const [draft] = await readDrafts([source])
    told.push({file: new VFile({path: name}), cards: draft?.extraction.candidates.length ?? 0})
    files.push({path: host.outputPath(name), bytes})
  }
  for (const guide of (await Promise.all(paths.map(guidesOf))).flat()) {
    const path = `${guide.name}.md`
    const {text, file} = await tell(guide, path, host.nowSeconds)
    told.push({file, cards: guide.cards.length})
    files.push({path: host.outputPath(path), bytes: text})
    for (const [address, bytes] of guide.media) files.push({path: host.outputPath(address), bytes})
    if (guide.lock && guide.head.id !== undefined) locks[guide.head.id] = {...guide.lock, source: path}
  }
  const lockPath = host.outputPath(lockName)
  if (Object.keys(locks).length > 0) files.push(await lockWith(locks, lockPath))
  const taken = await writeNewFiles(files, [lockPath])
  if (taken !== undefined) throw refusal(taken)
  const sources = told.map(({file}) => file)
  if (options.json)
    terminal.print(
      JSON.stringify({files: told.map(({file, cards}) => ({path: file.path, cards})), problems: sources.flatMap(toJson)}, null, 1)
    )
  else if (!options.quiet)
    terminal.print(
      aligned(told.map(({file, cards}) => [relative(terminal.cwd(), host.outputPath(file.path)), countText(cards, 'card')])).join('\n')
    )
  finish(sources, {...options, all: true})
}

async function notesOf(path: string): Promise<readonly HandoutNotes[]> {
  const handout = isHandout(path) ? await readHandout(path, terminal.cwd()) : undefined
  return handout && 'notes' in handout ? handout.notes : []
}

async function guidesOf(path: string): Promise<readonly DeckGuide[]> {
  if (!isHandout(path)) return deckGuides(path)
  const handout = await readHandout(path, terminal.cwd())
  return 'deck' in handout ? deckGuides(path, async () => handout.deck) : []
}

/** The lock of the folder with these guides added; what it knows of them already has to be the same. */
async function lockWith(guides: Lock['guides'], path: string): Promise<FileToWrite> {
  const nearest = await readNearestLock(dirname(path), lockName)
  const there = nearest.path !== path || nearest.text === undefined ? emptyLock() : parseLock(nearest.text)
  const isSame = (id: string) => !('problem' in there) && isDeepStrictEqual(there.guides[id] ?? guides[id], guides[id])
  if ('problem' in there || !Object.keys(guides).every(isSame)) throw refusal(path)
  return {path, bytes: formatLock({version: 1, guides: {...there.guides, ...guides}})}
}

async function tell({head, cards, lock, media, missing}: DeckGuide, path: string, dateSeconds: number) {
  const result = await tellCards(
    head,
    cards.map(({card, meta}) => ({card, ...(meta && {id: meta.card, contentHash: meta.hash})})),
    {
      path,
      dateSeconds,
      readMedia: async (url) => toMedia(media.get(url)),
      ...(lock && head.id !== undefined && {lock: formatLock({version: 1, guides: {[head.id]: {...lock, source: path}}})})
    }
  )
  for (const name of missing)
    addProblem(result.file, {
      severity: 'warning',
      ruleId: 'lost-in-markdown',
      reason: `Unexpected picture or sound \`${name}\` that the package lacks, expected it inside`
    })
  return result
}

function toMedia(bytes: Uint8Array | undefined): Media | undefined {
  const type = bytes && sniffMedia(bytes)
  return bytes && type && {bytes, ...type, sha256: createHash('sha256').update(bytes).digest('hex')}
}

function refusal(path: string): CliError {
  return new CliError(`${path} is there already and holds something else. Choose another folder with --out; nothing was written.`, 2)
}
