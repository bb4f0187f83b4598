import type {Browser} from 'puppeteer'
import type {VFile} from 'vfile'
import type {Guide} from '../guide/guide.ts'
import type {UserTemplates} from '../template/template.ts'

export type CsvFormat = 'sheet' | 'anki' | 'both'
/** Eight to a sheet, 5 by 3 inches, 85 by 55 mm. */
export type CardSize = 'a7' | 'index' | 'business'
export type Paper = 'A4' | 'Letter' | 'A5' | 'Legal'

/** Choices of the user that outputs depend on. */
export interface RenderOptions {
  readonly layouts: readonly string[]
  readonly paper: Paper
  readonly csvFormat: CsvFormat
  /** A sub-deck of Anki for each outermost section. @default false */
  readonly subDecks?: boolean | undefined
  /** Cheat sheets with the start of long answers only. @default false */
  readonly brief?: boolean
  /** @default 'a7' */
  readonly cardSize?: CardSize
  /** Edge over which the printer turns the sheet. @default 'long' */
  readonly flip?: 'long' | 'short'
  /** How far backs are moved against the drift of a printer: to the right and up, in millimetres. */
  readonly backShiftMm?: readonly [right: number, up: number]
  /** Layouts and style sheets of the user. */
  readonly templates?: UserTemplates | undefined
}

/** A file inside a PDF. */
export interface Attachment {
  /** Without folders. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly mime: string
  /** One line for lists of attachments. */
  readonly about: string
  /** What it is to the document. @see ISO 32000-2, 7.11.3 */
  readonly relation: 'Source' | 'Alternative' | 'Data'
}

/** The world as far as a renderer may see it. */
export interface RenderContext {
  readonly options: RenderOptions
  /** Problems of this guide land here, with places where a card has one. */
  readonly file: VFile
  /** Reads a file that cardpress ships (templates, fonts): `new URL('../../../templates/...', import.meta.url)` or a package's. */
  readonly readAsset: (url: URL) => Promise<Uint8Array>
  /** The one browser of the run, launched on the first call (earlier by the pipeline when a PDF is wanted). */
  readonly browser: () => Promise<Browser>
  /** Files that handouts are to hold. @default None */
  readonly attachments?: readonly Attachment[]
}

/** One file to be written. */
export interface Output {
  /** Appended to the guide's output name: `.apkg`, `.guide.pdf`. */
  readonly extension: string
  readonly bytes: Uint8Array
  /** What comes after `bytes` in a file too large to be held; made while it is read, once. */
  readonly rest?: AsyncIterable<Uint8Array>
  /** Count and unit of the summary line: `12 notes`, `1 page`. */
  readonly count: number
  readonly unit: string
  /** More for the summary line: `A4`, `1 unanswered left out`. */
  readonly remarks: readonly string[]
}

/** Turns a guide into files. One file each, a line in renderers.ts. */
export interface Renderer {
  readonly id: 'pdf' | 'anki' | 'csv'
  render(guide: Guide, context: RenderContext): Promise<readonly Output[]>
}
