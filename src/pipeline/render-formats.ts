import type {Card} from '../guide/card.ts'
import type {Source} from '../guide/source.ts'
import type {Output, RenderContext, Renderer} from '../render/renderer.ts'
import {renderers} from '../render/renderers.ts'
import {withTrainerAlerts} from '../render/with-trainer-alerts.ts'
import {CliError} from '../report/cli-error.ts'
import {attachmentsOf} from './attachments-of.ts'
import type {PaperGuide} from './book/paper-guides.ts'
import type {BuildOptions} from './build.ts'
import type {Host} from './host.ts'
import type {SettledGuide} from './settle-guides.ts'
import {sideBySide} from './side-by-side.ts'

export interface BuiltFile extends Omit<Output, 'bytes' | 'rest'> {
  /** Absolute. */
  readonly path: string
  readonly bytes: number
  readonly format: Renderer['id']
  readonly guideId: string
}

interface Rendering {
  readonly files: readonly (Pick<Output, 'bytes' | 'rest'> & {readonly file: BuiltFile})[]
  readonly failure?: CliError
}

/** What is rendered. */
export interface Chosen {
  /** For decks and tables. */
  readonly cards: readonly SettledGuide[]
  /** For paper. */
  readonly sheets: readonly PaperGuide[]
}

/** A guide in one format, and the guides whose decks go inside of it. */
interface Task extends PaperGuide {
  readonly parts: readonly SettledGuide[]
}

/** Decks and tables are made while the browser lays out pages: as soon as the first is with it, and not before, since everything waits for paper. */
export function renderFormats(
  {cards, sheets}: Chosen,
  sources: readonly Source[],
  options: BuildOptions,
  host: Host
): Promise<readonly Rendering[]> {
  const files = new Map(sources.map(({file}) => [file.path, file]))
  const fileOf = ({path}: Card) => files.get(path)
  const partsOf = ({draft}: PaperGuide) => (options.asOne ? cards : cards.filter((settled) => settled.draft === draft))
  const busy = Promise.withResolvers<void>()
  const browser: Host['browser'] = () => {
    busy.resolve()
    return host.browser()
  }
  if (!options.formats.includes('pdf')) busy.resolve()
  return Promise.all(
    options.formats.map(async (format) => {
      if (format !== 'pdf') await busy.promise
      const tasks = (format === 'pdf' ? sheets : cards).map((guide): Task => ({...guide, parts: partsOf(guide)}))
      const rendering = renderAll(format, tasks, fileOf, options, {...host, browser})
      // A print that fails before it wants the browser must not keep the others.
      return format === 'pdf' ? rendering.finally(busy.resolve) : rendering
    })
  )
}

/** Guides that are made at once: this thread writes one while the browser prints another. Decks and tables have nothing to wait for. */
const AT_ONCE: Readonly<Record<Renderer['id'], number>> = {pdf: 2, anki: 1, csv: 1}

/** All guides in one format, in order. Trouble of the environment ends this format and leaves the others alone. */
async function renderAll(
  format: Renderer['id'],
  tasks: readonly Task[],
  fileOf: RenderContext['fileOf'],
  options: BuildOptions,
  host: Host
): Promise<Rendering> {
  const files: (Pick<Output, 'bytes' | 'rest'> & {file: BuiltFile})[] = []
  try {
    const renderer = await renderers[format]()
    const makings = sideBySide(tasks, AT_ONCE[format], async ({guide, draft, parts}) => {
      const shown = options.trainer && format !== 'pdf' ? withTrainerAlerts(guide) : guide // Layouts differ in whom they are for.
      options.onProgress?.(`${guide.outputName}: ${format}`)
      const attachments =
        options.attach && format === 'pdf' ? await attachmentsOf(parts, options, host, {isPart: (options.selections?.length ?? 0) > 0}) : []
      const context = {options, file: draft.source.file, fileOf, readAsset: host.readAsset, browser: host.browser, attachments}
      return {guide, outputs: await renderer.render(shown, context)}
    })
    for (const making of makings) {
      const {guide, outputs} = await making
      for (const {bytes, rest, ...facts} of outputs) {
        const path = host.outputPath(guide.outputName + facts.extension)
        const file = {...facts, path, bytes: bytes.length, format, guideId: guide.id}
        files.push({file, bytes, ...(rest && {rest: counted(rest, (length) => (file.bytes += length))})})
      }
    }
    return {files}
  } catch (error) {
    if (error instanceof CliError) return {files, failure: error}
    throw error
  }
}

/** The same pieces; how long each is is told on the way. */
async function* counted(pieces: AsyncIterable<Uint8Array>, tell: (length: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    tell(piece.length)
    yield piece
  }
}
