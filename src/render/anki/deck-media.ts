import type {Guide, Media} from '../../guide/guide.ts'

/** Pictures of a deck under names that change with their bytes: Anki never overwrites a file by another of the same name. */
export interface DeckMedia {
  /** The name for a picture's url; undefined when it is missing. */
  readonly nameOf: (url: string) => string | undefined
  /** What was asked for so far, by name, sorted. */
  readonly used: () => ReadonlyMap<string, Media>
}

export function deckMedia(media: Guide['media']): DeckMedia {
  const used = new Map<string, Media>()
  return {
    nameOf(url) {
      const found = media.get(url)
      if (!found) return undefined
      const name = mediaName(found)
      used.set(name, found)
      return name
    },
    used: () => new Map([...used].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

/** 64 bits of the hash; nothing but a-z, 0-9, `-` and `.`, so that no client renames it. */
function mediaName({sha256, extension}: Media): string {
  return `cp-${sha256.slice(0, 16)}${extension}`
}
