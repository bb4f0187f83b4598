import type {Card} from '../guide/card.ts'
import type {Selection} from '../guide/selection/selection.ts'
import type {Source} from '../guide/source.ts'
import type {Renderer, RenderOptions} from '../render/renderer.ts'
import {CliError} from '../report/cli-error.ts'
import {addProblem} from '../report/problem.ts'
import {askUnanswered} from './ask-unanswered.ts'
import {type BookOptions, type PaperGuide, paperGuides} from './book/paper-guides.ts'
import {type ChangedNotes, changedNotes} from './changed-notes.ts'
import {deckDiff, type GuideDiff, type RemovedCard, removedEver} from './deck-diff.ts'
import {drawGuides} from './draw-guides.ts'
import type {Host} from './host.ts'
import {controlDrafts, lintDrafts} from './lint-drafts.ts'
import {markChanges} from './mark-changes.ts'
import {type Draft, type DraftOptions, readDrafts} from './read-drafts.ts'
import {type BuiltFile, type Chosen, renderFormats} from './render-formats.ts'
import {reportKeptPictures} from './report-kept-pictures.ts'
import {sameCards, selectGuides} from './select-guides.ts'
import {type SettledGuide, type SettleOptions, settleGuides} from './settle-guides.ts'

export interface BuildOptions extends RenderOptions, DraftOptions, SettleOptions, BookOptions {
  /** Writes nothing and fails where the lock would change. @default false */
  readonly frozenLock?: boolean | undefined
  readonly formats: readonly Renderer['id'][]
  /** Questions without an answer are cards like all others. @default false */
  readonly unanswered?: boolean | undefined
  /** What outputs are to hold, one choice after the other; the lock is not written then. @default All cards */
  readonly selections?: readonly Selection[] | undefined
  /** Tells layouts and selections what changed since the last build, or since the base. @default false */
  readonly changes?: boolean | undefined
  /** Questions as the base deck has them, by `originKey`. @default Unknown */
  readonly before?: ReadonlyMap<string, string> | undefined
  /** Puts notes, deck and table inside the PDFs. @default false */
  readonly attach?: boolean | undefined
  /** Hears what is being made, a few words each time. */
  readonly onProgress?: ((doing: string) => void) | undefined
}

export interface BuildResult {
  readonly sources: readonly Source[]
  readonly drafts: readonly Draft[]
  readonly guides: readonly SettledGuide[]
  readonly diff: readonly GuideDiff[]
  /** All cards ever removed from the guides. */
  readonly removed: readonly RemovedCard[]
  /** Changed cards that Anki has or gets, where changes were asked for. */
  readonly changed: readonly ChangedNotes[]
  readonly files: readonly BuiltFile[]
  /** A format that could not be made, where the others were: no browser. */
  readonly failure?: CliError
}

/** The order of the phases. Nothing is written before everything that will be is whole. */
export async function build(paths: readonly string[], options: BuildOptions, host: Host): Promise<BuildResult> {
  const [sources] = await Promise.all([host.readSources(paths), options.formats.includes('pdf') && browserStart(host)])
  const read = await readDrafts(sources, {...options, parse: host.parse})
  lintDrafts(read)
  const drafts = options.unanswered ? read.map(askUnanswered) : read
  if (host.fetchMedia) options.onProgress?.('fetching pictures')
  const settlement = await settleGuides(drafts.filter(isSound), host, {...options, makesDecks: options.formats.includes('anki')})
  const {locks} = settlement
  const guides = options.changes ? markChanges(settlement.guides, deckDiff(settlement, options.base), options.before) : settlement.guides
  if (!host.fetchMedia) reportKeptPictures(guides)
  const {selections = []} = options
  const isPart = selections.length > 0
  const diff = isPart ? [] : deckDiff(settlement, options.base) // A choice of cards removes nothing.
  const result = {sources, drafts, guides, diff, removed: removedEver(settlement), changed: changedNotes(guides)}
  if (reportNameClashes(guides)) return {...result, files: []}
  const [changed] = options.frozenLock ? locks : []
  if (changed) return {...result, files: [], failure: frozenError(changed.path)}
  const hasBook = options.asOne === true && isPart // Numbers and samples count the whole, for its decks too.
  const paper = options.formats.includes('pdf') || hasBook ? await paperGuides(guides, drafts, host, options) : []
  const sheets = selectGuides(paper, selections)
  const cards = selectGuides(guides, hasBook ? [sameCards(sheets.chosen, selections)] : selections)
  const missed = sheets.failure ?? cards.failure
  if (missed) return {...result, files: [], failure: missed}
  const chosen = await drawChosen({cards: cards.chosen, sheets: sheets.chosen}, sources, options, host)
  const renderings = await renderFormats(chosen, sources, options, host)
  const rendered = renderings.flatMap(({files}) => files)
  const failure = renderings.find((rendering) => rendering.failure)?.failure
  controlDrafts(drafts) // Pictures are read and glyphs looked for only now.
  await host.writeFiles(rendered.map(({file, ...content}) => ({path: file.path, ...content})))
  if (rendered.length > 0 && !isPart) await writeLocks(locks, guides, host) // What nobody got needs no memory.
  return {...result, files: rendered.map(({file}) => file), ...(failure && {failure})}
}

/** Draws what is shown: a spreadsheet shows the code of diagrams. */
async function drawChosen({cards, sheets}: Chosen, sources: readonly Source[], options: BuildOptions, host: Host): Promise<Chosen> {
  const {formats, csvFormat, attach} = options
  const showsCards = formats.includes('anki') || (formats.includes('csv') && csvFormat !== 'sheet') || attach === true
  const files = new Map(sources.map(({file}) => [file.path, file]))
  const fileOf = ({path}: Card) => files.get(path)
  const drawings = await drawGuides([...(showsCards ? cards : []), ...sheets], fileOf, host)
  const withDrawings = <Item extends PaperGuide>(item: Item): Item => ({
    ...item,
    guide: {...item.guide, drawings: new Map([...(item.guide.drawings ?? []), ...drawings])}
  })
  return drawings.size === 0 ? {cards, sheets} : {cards: cards.map(withDrawings), sheets: sheets.map(withDrawings)}
}

function frozenError(path: string): CliError {
  return new CliError(`${path} would change. Build without --frozen-lock, commit the lock with the sources, and try again.`, 1)
}

/**
 * Resolves when the browser's process runs: it boots on another core while this thread parses, and takes longer.
 * A failure to start is told when the browser is needed.
 */
function browserStart(host: Host): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => resolve()
    host.browser(done).then(done, done)
  })
}

/** A file with an error makes no outputs: what an earlier build made of it stays. */
function isSound({source}: Draft): boolean {
  return source.file.messages.every(({fatal}) => fatal !== true)
}

/** Outputs matter more than the lock: where it can't be written they stand, with a warning. */
async function writeLocks(locks: readonly {path: string; text: string}[], guides: readonly SettledGuide[], host: Host): Promise<void> {
  for (const {path, text} of locks) {
    try {
      await host.writeFiles([{path, bytes: text}])
    } catch (error) {
      const [first] = guides
      if (!first) continue
      addProblem(first.draft.source.file, {
        severity: 'warning',
        ruleId: 'unwritable-lock',
        reason: `Unexpected lock \`${path}\` that can't be written (${error instanceof Error ? error.message : 'unknown'}), expected a writable one`,
        note: 'Build once where it can be written and commit it, so that later decks update cards and do not duplicate them.'
      })
    }
  }
}

function reportNameClashes(guides: readonly SettledGuide[]): boolean {
  const first = new Map<string, SettledGuide>()
  let clash = false
  for (const settled of guides) {
    const key = settled.guide.outputName.toLowerCase() // Half of all file systems ignore case.
    const twin = first.get(key)
    if (!twin) first.set(key, settled)
    else {
      clash = true
      addProblem(settled.draft.source.file, {
        severity: 'error',
        ruleId: 'output-name-clash',
        reason: `Unexpected output name \`${settled.guide.outputName}\` that \`${twin.draft.source.file.path}\` would write too, expected a name of its own`,
        note: 'Build the two into folders of their own (`--out`), build their common folder, or rename one.'
      })
    }
  }
  return clash
}
