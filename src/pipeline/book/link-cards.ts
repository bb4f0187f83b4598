import {posix} from 'node:path'
import type {Nodes} from 'mdast'
import {mapCard} from '../../guide/book/map-card.ts'
import type {Card} from '../../guide/card.ts'
import {cardLink} from '../../guide/card-link.ts'
import type {Guide} from '../../guide/guide.ts'
import {type HeadingAnchor, headingAnchors} from '../../guide/heading-anchors.ts'
import type {Draft} from '../read-drafts.ts'

interface File {
  readonly cards: readonly Card[]
  /** Made when the first link asks. */
  readonly anchors: () => readonly HeadingAnchor[]
}

/**
 * The guide with links to its own questions, written as `#fragment` or `other.md#fragment`, leading to their cards, for paper. A link
 * to a section leads to its first question, one to a file to the first of all. Nothing is linked that the guide has not.
 *
 * @param drafts - Of the files that the guide is made of.
 */
export function linkCards(guide: Guide, drafts: readonly Draft[]): Guide {
  const files = new Map<string, File>()
  const byPath = Map.groupBy(guide.cards, ({path}) => normal(path))
  const trees = new Map(drafts.map((draft) => [normal(draft.source.file.path), draft.tree]))
  for (const [path, cards] of byPath) {
    const tree = trees.get(path)
    let anchors: readonly HeadingAnchor[] | undefined
    files.set(path, {cards, anchors: () => (anchors ??= tree ? headingAnchors(tree) : [])})
  }
  const cards = guide.cards.map((card) => mapCard(card, (node) => (node.type === 'link' ? relink(node, card, files) : node)))
  return {...guide, cards}
}

function relink(node: Nodes & {type: 'link'}, card: Card, files: ReadonlyMap<string, File>): Nodes {
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(node.url)) return node
  const [path = '', fragment = ''] = node.url.split('#').map(decoded)
  const file =
    path === '' ? files.get(normal(card.path)) : fileAt(posix.join(posix.dirname(normal(card.path)), path.replace(/\?.*$/, '')), files)
  const target = file && (fragment === '' ? (path === '' ? undefined : file.cards[0]) : cardAt(fragment, file))
  return target && target !== card ? {...node, url: cardLink(target)} : node
}

/** A page of a wiki has no ending, a folder stands for its README. */
function fileAt(path: string, files: ReadonlyMap<string, File>): File | undefined {
  const bare = path.replace(/\/$/, '')
  return [bare, `${bare}.md`, `${bare}/README.md`, `${bare}/index.md`].map((name) => files.get(name)).find((file) => file !== undefined)
}

/** The card whose text the heading stands in, else the first below it. */
function cardAt(fragment: string, {cards, anchors}: File): Card | undefined {
  const line = anchors().find((anchor) => anchor.fragment.toLowerCase() === fragment.toLowerCase())?.line
  if (line === undefined) return undefined
  const inside = cards.find(({position}) => position.start.line <= line && line <= position.end.line)
  return (
    inside ?? cards.filter(({position}) => position.start.line > line).toSorted((a, b) => a.position.start.line - b.position.start.line)[0]
  )
}

function normal(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/'))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
