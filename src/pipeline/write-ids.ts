import {VFile} from 'vfile'
import type {Source} from '../guide/source.ts'
import {sourceOf} from './gather-folders.ts'
import type {Host} from './host.ts'
import {type DraftOptions, readDrafts} from './read-drafts.ts'
import {type SettledGuide, type SettleOptions, settleGuides} from './settle-guides.ts'

export interface WrittenIds {
  readonly path: string
  readonly written: number
  /** Questions of a shape or file in which an id can't be written without changing what is read. */
  readonly left: number
}

/** A question without an id in its file, and the id that it has. */
interface Nameless {
  /** From 1. */
  readonly line: number
  readonly id: string
}

/**
 * Writes the id of each card into its source, as a comment at the end of the question's line: no reader sees it, and from then on the
 * card is known whatever else changes. Each file is read again before it is written: all that may differ is that the ids are there.
 * Nothing else of a build is done.
 */
export async function writeIds(
  paths: readonly string[],
  options: DraftOptions & SettleOptions,
  host: Host
): Promise<readonly WrittenIds[]> {
  const drafts = await readDrafts(await host.readSources(paths), {...options, parse: host.parse})
  const sound = drafts.filter(({source}) => source.file.messages.every(({fatal}) => fatal !== true))
  const {guides} = await settleGuides(sound, host, options)
  const results: WrittenIds[] = []
  const files: {path: string; bytes: string}[] = []
  for (const [source, nameless] of bySource(guides)) {
    const text = await plainText(source, host)
    const edited = text === undefined ? undefined : await firstThatReadsTheSame(source, text, nameless, options)
    if (edited) files.push({path: host.sourcePath(source), bytes: edited.text})
    const written = edited?.written ?? 0
    results.push({path: source.file.path, written, left: nameless.length - written})
  }
  await host.writeFiles(files)
  return results
}

function bySource(guides: readonly SettledGuide[]): ReadonlyMap<Source, readonly Nameless[]> {
  const found = new Map<Source, Nameless[]>()
  for (const {guide, draft} of guides)
    for (const [index, candidate] of draft.extraction.candidates.entries()) {
      const card = guide.cards[index]
      if (!card || card.given !== undefined) continue
      const source = sourceOf(draft, candidate)
      const list = found.get(source) ?? []
      found.set(source, list)
      list.push({line: candidate.position.start.line, id: card.id})
    }
  return found
}

/** The text of a Markdown file as it lies on the disk; undefined where what we read is not what is there: a notebook, another encoding. */
async function plainText(source: Source, host: Host): Promise<string | undefined> {
  if (source.stem === undefined || !/\.(?:md|markdown)$/i.test(source.file.path)) return undefined
  const bytes = Buffer.from(await host.readSource(source))
  const text = String(source.file)
  return bytes.equals(Buffer.from(text)) ? text : undefined
}

/** All questions, else those that are headings: the others may be cells of a table. */
async function firstThatReadsTheSame(source: Source, text: string, nameless: readonly Nameless[], options: DraftOptions) {
  const lines = text.split('\n')
  const headings = nameless.filter(({line}) => /^ {0,3}#{1,6}\s/.test(lines[line - 1] ?? ''))
  for (const chosen of [nameless, headings]) {
    const edited = withComments(lines, chosen)
    if (chosen.length > 0 && (await readsTheSame(source, edited, chosen, options))) return {text: edited, written: chosen.length}
  }
  return undefined
}

function withComments(lines: readonly string[], nameless: readonly Nameless[]): string {
  const ids = new Map(nameless.map(({line, id}) => [line, id]))
  return lines
    .map((line, index) => {
      const id = ids.get(index + 1)
      return id === undefined ? line : line.replace(/(\s#+)?\s*$/, (end) => ` <!-- id: ${id} -->${end}`)
    })
    .join('\n')
}

async function readsTheSame(source: Source, edited: string, nameless: readonly Nameless[], options: DraftOptions): Promise<boolean> {
  const read = async (value: string) => {
    const file = new VFile({path: source.file.path, value})
    const [draft] = await readDrafts([{...source, file}], options)
    return draft?.extraction.candidates.map(({position, id, ...rest}) => ({
      line: position.start.line,
      id,
      // Positions of nodes move along the line.
      content: JSON.stringify(rest, (key, part) => (key === 'position' ? undefined : part))
    }))
  }
  const [before = [], after = []] = await Promise.all([read(String(source.file)), read(edited)])
  const ids = new Map(nameless.map(({line, id}) => [line, id]))
  return (
    before.length === after.length &&
    before.every((card, index) => {
      const now = after[index]
      return now?.line === card.line && now.content === card.content && now.id === (ids.get(card.line) ?? card.id)
    })
  )
}
