import type {Card} from './card.ts'
import type {Theme} from './theme.ts'

/** A picture or sound that a card refers to, read from the readable root. */
export interface Media {
  /** May be a getter that reads a large file anew: ask for it where it is used, and do not keep it. */
  readonly bytes: Uint8Array
  /** Lower case, such as `image/png`. */
  readonly mime: string
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string
  /** File name extension with dot, from the type and not from the path: `.png`. */
  readonly extension: string
  /** What a drawing says of itself, where it was written into the text. */
  readonly description?: string
}

/** What a renderer gets: one set of questions with everything settled, the same for paper, deck and CSV. */
export interface Guide {
  /** Once used it never changes: front matter `id`, else the lock, else a slug. */
  readonly id: string
  readonly title: string
  readonly author?: string
  /** Name or address of the terms under which the cards may be passed on. */
  readonly license?: string
  /** Address that stands with its QR code above the title on paper. */
  readonly qr?: string
  /** BCP 47. @default 'en' */
  readonly lang: string
  readonly tags: readonly string[]
  /** Anki deck name with `::` between the levels; kept by the lock. */
  readonly deck: string
  /** Note types of its own in Anki. Absent: those of the stock look. */
  readonly theme?: Theme
  /** File name stem of the outputs, `/` between folders: `java/streams`. */
  readonly outputName: string
  /** Date of the guide in seconds since 1970: front matter `date`, else the latest change of a card. Never the clock, so the lock fixes it. */
  readonly dateSeconds: number
  readonly cards: readonly Card[]
  /** Cards that are gone, by id, as the lock has them: the deck carries them on for a build without lock. @default None */
  readonly removed?: Readonly<Record<string, object>>
  /** Made of several files: outermost sections are chapters. @default false */
  readonly isBook?: boolean
  /** By the url as it stands in the image nodes. An image without an entry is missing or remote. */
  readonly media: ReadonlyMap<string, Media>
  /** Pictures (SVG) of what stands in the text itself: diagrams by the text of their fence, `<svg>` elements by theirs. @default None */
  readonly drawings?: ReadonlyMap<string, Media>
}
