import type {Guide, Media} from '../../guide/guide.ts'

/** Pictures of a deck under names that change with their bytes: Anki never overwrites a file by another of the same name. */
export interface DeckMedia {
  /** The name for a picture's url; undefined when it is missing. */
  readonly nameOf: (url: string) => string | undefined
  /** The name for the drawing of a diagram; undefined when it is not drawn. */
  readonly diagram: (source: string) => string | undefined
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
    diagram: (source) => name(drawings?.get(source)),
    used: () => new Map([...used].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

/** 64 bits of the hash; nothing but a-z, 0-9, `-` and `.`, so that no client renames it. */
function mediaName({sha256, extension}: Media): string {
  return `cp-${sha256.slice(0, 16)}${extension}`
}
