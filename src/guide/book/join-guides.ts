import type {Card} from '../card.ts'
import type {Guide, Media} from '../guide.ts'
import {mapCard} from './map-card.ts'

/** What the whole is called. */
export interface BookNames {
  readonly title: string
  readonly outputName: string
}

/**
 * One guide of many for paper, a chapter each: titles become the outermost sections and questions are numbered through. Cards keep
 * their ids, so decks and paper speak of the same ones; decks are made of the single guides.
 *
 * @param guides - At least one, in the order of chapters.
 */
export function joinGuides(guides: readonly Guide[], {title, outputName}: BookNames): Guide {
  const [{qr: _, ...first} = none()] = guides // Addresses of files stand at their chapters.
  const titles = chapterTitles(guides)
  const media = new Map<string, Media>()
  const cards = guides.flatMap((guide, index) => {
    const nameOf = addMedia(guide.media, media, index)
    // What a file says of all its cards they say themselves: in the book, it would be said of the other files' as well.
    const tagsOf = ({tags}: Card) => [...new Set([...guide.tags, ...tags])]
    return guide.cards.map((card) =>
      renamed({...card, tags: tagsOf(card), ...inChapter(card, titles[index] ?? guide.title, guide.qr)}, nameOf)
    )
  })
  const authors = [...new Set(guides.flatMap(({author}) => author ?? []))]
  return {
    ...first,
    title,
    outputName,
    isBook: true,
    ...(authors.length > 0 && {author: authors.join(', ')}),
    tags: [...new Set(guides.flatMap(({tags}) => tags))],
    dateSeconds: Math.max(...guides.map(({dateSeconds}) => dateSeconds)),
    cards: cards.map((card, index) => ({...card, number: index + 1})),
    media
  }
}

/** The section of a card and its addresses, below the chapter. */
function inChapter({section, sectionAddresses}: Card, title: string, address = ''): Pick<Card, 'section' | 'sectionAddresses'> {
  const addresses = [address, ...(sectionAddresses ?? section.map(() => ''))]
  return {section: [title, ...section], ...(addresses.some((entry) => entry !== '') && {sectionAddresses: addresses})}
}

/** Chapters with the same title are told apart by their files. */
function chapterTitles(guides: readonly Guide[]): readonly string[] {
  return guides.map(({title, outputName}, index) =>
    guides.some((other, at) => at !== index && other.title === title) ? `${title} (${outputName})` : title
  )
}

/** Adds the pictures of a guide. @returns The address by which each picture of the guide is now known: other files may use it for another one. */
function addMedia(own: ReadonlyMap<string, Media>, all: Map<string, Media>, chapter: number): (url: string) => string {
  const elsewhere = (url: string) => `chapter-${chapter + 1}/${url}`
  const moved = new Set<string>()
  for (const [url, media] of own) {
    const known = all.get(url)
    if (known !== undefined && known.sha256 !== media.sha256) moved.add(url)
    all.set(moved.has(url) ? elsewhere(url) : url, media)
  }
  // A picture that is missing here must not show the one that another file has at that address.
  const isMissing = (url: string) => !own.has(url) && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)
  return (url) => (moved.has(url) || isMissing(url) ? elsewhere(url) : url)
}

function renamed(card: Card, nameOf: (url: string) => string): Card {
  return mapCard(card, (node) => (node.type === 'image' ? {...node, url: nameOf(node.url)} : node))
}

function none(): never {
  throw new RangeError('Expected at least one guide')
}
