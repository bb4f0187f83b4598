import type {Guide, Media} from '../../guide/guide.ts'
import type {HtmlOptions} from '../html/html-options.ts'

/** Pictures of a deck under names that change with their bytes: Anki never overwrites a file by another of the same name. */
export interface DeckMedia {
  /** The name for a picture's url; undefined when it is missing. */
  readonly nameOf: (url: string) => string | undefined
  /** The same for what is drawn in the text. */
  readonly diagram: NonNullable<HtmlOptions['diagram']>
  readonly drawing: NonNullable<HtmlOptions['drawing']>
  /** What was asked for so far, by name, sorted. */
  readonly used: () => ReadonlyMap<string, Media>
}

export function deckMedia({media, drawings}: Pick<Guide, 'media' | 'drawings'>): DeckMedia {
  const used = new Map<string, Media>()
  const name = (found: Media | undefined) => {
    if (!found) return undefined
    const own = mediaName(found)
    used.set(own, found)
    return own
  }
  return {
    nameOf: (url) => name(media.get(url)),
    diagram: (source) => {
      const src = name(drawings?.get(source))
      return src === undefined ? undefined : {src}
    },
    drawing: (text) => {
      const drawn = drawings?.get(text)
      const src = name(drawn)
      return src === undefined ? undefined : {src, alt: drawn?.description ?? ''}
    },
    used: () => new Map([...used].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

/** 64 bits of the hash; nothing but a-z, 0-9, `-` and `.`, so that no client renames it. */
function mediaName({sha256, extension}: Media): string {
  return `cp-${sha256.slice(0, 16)}${extension}`
}
