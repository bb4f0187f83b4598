import type {Media} from '../guide/guide.ts'
import {isReversed} from '../guide/is-reversed.ts'
import {fingerprints} from '../guide/natural-ids.ts'
import {skeleton} from '../guide/skeleton.ts'
import type {Source} from '../guide/source.ts'
import type {Unsettled} from '../lock/settle-cards.ts'
import {toPlainText} from '../mdast/to-plain-text.ts'
import {hashWithPictures} from './hash-with-pictures.ts'
import type {Host} from './host.ts'
import type {Unnamed} from './name-guides.ts'
import type {Draft} from './read-drafts.ts'
import {readDrawings} from './read-drawings.ts'
import {readGuideMedia} from './read-guide-media.ts'
import {sourceLinks} from './source-links.ts'

/** A draft with everything that the identity of its cards hangs on. */
export interface Prepared extends Unnamed {
  readonly media: ReadonlyMap<string, Media>
  /** `<svg>` elements by their text. */
  readonly drawings: ReadonlyMap<string, Media>
  readonly date: {readonly seconds: number; readonly isShallow: boolean}
  /** One per candidate. */
  readonly links: readonly string[] | undefined
}

/** "Yes", "42" and "O(1)" answer many questions: shorter answers in letters and digits than this tell nothing about which. */
const tellingLetters = 6

/** Reads what a draft needs beyond its text: pictures, a date, where it is on the web. */
export async function prepare(draft: Draft, lockPath: string, host: Host, sourceUrl: string | undefined): Promise<Prepared> {
  const {source, frontMatter, extraction} = draft
  const [media, drawings] = [await readGuideMedia(draft, host), await readDrawings(draft)]
  const pathOf = (from: Source) => (from.stem === undefined ? undefined : host.relativeTo(lockPath, from))
  return {
    draft,
    path: pathOf(source),
    links: sourceUrl === undefined ? undefined : sourceLinks(draft, sourceUrl, pathOf),
    unsettled: extraction.candidates.map((candidate): Unsettled => {
      // Choices tell more about a question than the letter that answers it.
      const choices = candidate.options.flatMap(({content}) => content)
      const answer = toPlainText([...choices, ...candidate.answer, ...candidate.explanation])
      const telling = skeleton(answer).length >= tellingLetters ? answer : ''
      const tags = [...candidate.tags, ...(frontMatter.tags ?? [])] // Those of the file stand on each note too.
      const content = {...candidate, tags, reverse: isReversed(candidate, frontMatter)}
      return {candidate, prints: fingerprints(candidate, telling), ...hashWithPictures(content, media)}
    }),
    media,
    drawings,
    date: await dateOf(draft, host)
  }
}

/** The date that new cards get. */
async function dateOf({source, members, frontMatter}: Draft, host: Host): Promise<{seconds: number; isShallow: boolean}> {
  const stated = host.epochSeconds ?? frontMatter.date
  if (stated !== undefined) return {seconds: stated, isShallow: false}
  const dates = await Promise.all([...(members?.values() ?? [source])].map(host.sourceDate))
  return {seconds: Math.max(...dates.map(({seconds}) => seconds)), isShallow: dates.some(({isShallow}) => isShallow)}
}
