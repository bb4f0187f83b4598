import type {Browser} from 'puppeteer'
import type {Point, Position} from 'unist'
import type {VFile} from 'vfile'
import type {Card} from '../guide/card.ts'
import type {Guide} from '../guide/guide.ts'
import type {UserTemplates} from '../template/template.ts'

export type CsvFormat = 'sheet' | 'anki' | 'both'
/** Eight to a sheet, 5 by 3 inches, 85 by 55 mm. */
export type CardSize = 'a7' | 'index' | 'business'
export type PaperName = 'A4' | 'Letter' | 'A5' | 'Legal'
/** Of a sheet, a page or a card, upright or not. */
export interface PageSize {
  readonly widthMm: number
  readonly heightMm: number
}
export type Ink = 'full' | 'grey' | 'save'
/** The sheet is turned over its long or its short edge, or printed on one side and folded. */
export type Flip = 'long' | 'short' | 'fold'
export type Tray = 'face-down' | 'face-up'
/** The printer turns sheets over, a person does, or nobody. */
export type Duplex = 'printer' | 'manual' | 'off'
export type Paper = PaperName | PageSize
/** White around the text. */
export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** Choices of the user that outputs depend on. */
export interface RenderOptions {
  readonly layouts: readonly string[]
  readonly paper: Paper
  /** In millimetres; cards have their own. @default The layout's */
  readonly marginMm?: Margins | undefined
  /** More room at the back of a book. @default 0 */
  readonly bindingMm?: number
  /** At least the room that a hole punch wants. @default false */
  readonly holeMargin?: boolean
  /** Layouts with columns on paper that lies on its long side. @default false */
  readonly landscape?: boolean
  /** For layouts with columns. @default By the width of the page */
  readonly columns?: number | undefined
  /** At the head and the foot of every page. @default Nothing */
  readonly header?: string | undefined
  readonly footer?: string | undefined
  /** Picture above the title. @default None */
  readonly logo?: {readonly bytes: Uint8Array; readonly mime: string; readonly name: string} | undefined
  /** Address above the title, with its QR code. @default The guide's */
  readonly qr?: string | undefined
  /** All colours, greys only, or black with nothing behind text. @default 'full' */
  readonly ink?: Ink
  /** For layouts with columns: as many pages as they are to fill, with the type size and columns that does it. @default The layout's size */
  readonly fit?: number | undefined
  /** For layouts with columns. @default The layout's */
  readonly sizePt?: number | undefined
  /** Sections begin on a right-hand page, with a blank in front where needed. @default false */
  readonly recto?: boolean
  /** Two pages on each side of a sheet, in the order of a booklet stapled at its fold; pages have half the size of the paper. @default false */
  readonly booklet?: boolean
  /** How sheets come to bear pages on both sides, if they do. @default 'printer' */
  readonly duplex?: Duplex
  /** PDFs in versions of these names, each with questions and options in an order of its own. @default One, in order */
  readonly versions?: readonly string[] | undefined
  /** Draws the orders. @default 1 */
  readonly seed?: number | undefined
  /** Who gets a sheet with the name on it, where a layout has a line for it. @default One without a name */
  readonly people?: readonly string[] | undefined
  /** A file for each of them. @default false */
  readonly split?: boolean | undefined
  /** For the print dialog. @default 1 */
  readonly copies?: number
  readonly csvFormat: CsvFormat
  /** A sub-deck of Anki for each outermost section. @default false */
  readonly subDecks?: boolean | undefined
  /** Cheat sheets with the start of long answers only. @default false */
  readonly brief?: boolean
  /** @default 'a7' */
  readonly cardSize?: CardSize
  /** How the back of a card comes behind its front. @default 'long' */
  readonly flip?: Flip
  /** How printed sheets come out, for the order of backs that are printed later. @default 'face-down' */
  readonly tray?: Tray
  /** How far backs are moved against the drift of a printer: to the right and up, in millimetres. */
  readonly backShiftMm?: readonly [right: number, up: number]
  /** Where guides have their answers: each behind its question, or all at the end. @default 'after' */
  readonly answers?: 'after' | 'end'
  /** Guides bear a bar beside each question that changed. @default false */
  readonly marksChanges?: boolean
  /** Shows what is for the trainer in every output and not in its own layout only. @default false */
  readonly trainer?: boolean
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
  /** The file of a card, where a guide is made of several. @default `file` */
  readonly fileOf?: ((card: Card) => VFile | undefined) | undefined
  /** Reads a file that cardpress ships (templates, fonts): `new URL('../../../templates/...', import.meta.url)` or a package's. */
  readonly readAsset: (url: URL) => Promise<Uint8Array>
  /** The one browser of the run, launched on the first call (earlier by the pipeline when a PDF is wanted). */
  readonly browser: () => Promise<Browser>
  /** Files that handouts are to hold. @default None */
  readonly attachments?: readonly Attachment[]
}

/** Something on paper that its author should look at. */
export interface PrintFinding {
  /** As in docs/problems.md. */
  readonly ruleId: string
  readonly severity: 'info' | 'warning'
  /** Absent where it is the same in all of them. */
  readonly layout?: string
  /** Absent where it is none's, such as a heading. */
  readonly card?: Card
  readonly place?: Point | Position
  /** For a sentence: "Unexpected <actual>, expected <expected>". */
  readonly actual: string
  readonly expected: string
  /** How many it stands for: lines of a block of code. */
  readonly count: number
  /** Worse is more; compares findings of a rule. */
  readonly weight: number
  /** Has a problem of its own already. */
  readonly isToldElsewhere?: boolean
}

/** What a PDF takes and looks like. */
export interface PrintReport {
  /** Of paper, for one copy; 0 for backs, which go onto the sheets of the fronts. */
  readonly sheets: number
  readonly copies: number
  /** Of most of its text, in points. */
  readonly sizePt: number
  readonly smallestPt: number
  readonly findings: readonly PrintFinding[]
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
  /** Of a PDF. */
  readonly print?: PrintReport
}

/** Turns a guide into files. One file each, a line in renderers.ts. */
export interface Renderer {
  readonly id: 'pdf' | 'anki' | 'csv'
  render(guide: Guide, context: RenderContext): Promise<readonly Output[]>
}
