import type {Candidate} from '../guide/candidate.ts'
import {contentHash} from '../guide/content-hash.ts'
import type {Media} from '../guide/guide.ts'
import {sha256Base62} from '../guide/sha256-base62.ts'
import type {Pictures} from '../lock/lock.ts'
import type {Unsettled} from '../lock/settle-cards.ts'
import {imagesOf, isOnWeb} from './read-guide-media.ts'

/**
 * The content hash of a card, and what it would be with the pictures of another day. A picture on the web that is not at hand
 * (the server is silent, nobody said `--fetch`) counts by its address; whether that is an edit only the lock can tell.
 */
export function hashWithPictures(
  card: Candidate & {readonly reverse: boolean},
  media: ReadonlyMap<string, Media>
): Pick<Unsettled, 'contentHash' | 'pictures' | 'recall'> {
  const hash = contentHash(card, media)
  const onWeb = [...new Set(imagesOf({...card, trainer: []}).map(({url}) => url))].filter(isOnWeb)
  if (onWeb.length === 0) return {contentHash: hash}
  const pictures: Pictures = Object.fromEntries(
    onWeb.flatMap((url) => {
      const picture = media.get(url)
      return picture ? [[addressKey(url), picture.sha256]] : []
    })
  )
  const recall = (before: Pictures) => {
    const known = onWeb.flatMap((url) => {
      const sha256 = media.get(url)?.sha256 ?? before[addressKey(url)]
      return sha256 === undefined ? [] : [{url, sha256}]
    })
    return {
      contentHash: contentHash(card, new Map([...media, ...known.map(({url, sha256}) => [url, {sha256}] as const)])),
      pictures: Object.fromEntries(known.map(({url, sha256}) => [addressKey(url), sha256]))
    }
  }
  return {contentHash: hash, recall, ...(Object.keys(pictures).length > 0 && {pictures})}
}

/** The lock holds no text of the notes, hence no address. */
export function addressKey(url: string): string {
  return sha256Base62(url).slice(0, 16)
}
