import type {Candidate} from './candidate.ts'
import type {Fingerprints} from './natural-ids.ts'
import type {Theme} from './theme.ts'

/** How a card differs from what learners have. */
export interface CardChange {
  /** `reworded`: it asks in other words; `changed`: anything else of it. */
  readonly kind: 'new' | 'reworded' | 'changed'
  /** Plain text of the question before, where it is known. */
  readonly before?: string
}

/** One question with an identity. Renderers read cards and never look back at the source. */
export interface Card extends Omit<Candidate, 'id'> {
  /** Stable within the guide: explicit, else from the lock, else a hash of the question side. */
  readonly id: string
  /** Id of the guide in which the card was first handed out; the guid is made with it, so that a card can move between files. */
  readonly guideId: string
  /** Short and stable (`K7Q`), shared by paper, deck and CSV. */
  readonly label: string
  /** Place in the guide, from 1. Evidence for readers, never part of an identity. */
  readonly number: number
  /** Path of the source file as given, for messages and page furniture; `-` for standard input. */
  readonly path: string
  /** Also asked from the answer to the question. */
  readonly reverse: boolean
  /** SHA-256 (base62, first 22 characters) over normalised mdast, options, tags, section and media bytes; never over HTML. */
  readonly contentHash: string
  /** What the next build knows the card again by; the deck carries it too, in case the lock is lost. */
  readonly prints: Fingerprints
  /** Pictures from the web that are in the content hash: SHA-256 of the bytes (hex) by a fingerprint of the address. */
  readonly pictures?: Readonly<Record<string, string>>
  /** Id in the source, where one stands there. */
  readonly given?: string
  /** Last change in seconds since 1970, from the lock. */
  readonly modSeconds: number
  /** What happened to it since the last build or release, where that is asked for. */
  readonly change?: CardChange
  /** Note types that it has in Anki, where they are not its guide's because it comes from another one; `stock` for the stock look. */
  readonly theme?: Theme | 'stock'
  /** Address of its source on the web, where the user has said where that is. */
  readonly sourceUrl?: string
}
