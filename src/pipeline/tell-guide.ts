import type {Nodes, RootContent, Yaml} from 'mdast'
import type {VFile} from 'vfile'
import type {Card} from '../guide/card.ts'
import type {Guide, Media} from '../guide/guide.ts'
import {headingOf} from '../mdast/heading-of.ts'
import type {MarkdownCard} from '../render/markdown/markdown-card.ts'
import type {MarkdownHead} from '../render/markdown/to-markdown.ts'
import {addProblem} from '../report/problem.ts'
import type {Draft} from './read-drafts.ts'
import type {SettledGuide} from './settle-guides.ts'
import {type TellOptions, type ToldCard, tellCards} from './tell-cards.ts'

export interface ToldGuide {
  readonly text: string
  /** With a warning for each card that does not come back the same, and a remark on text that is in no card. */
  readonly file: VFile
  /** By address from the folder of the file. */
  readonly media: ReadonlyMap<string, Uint8Array>
}

/** A guide as Markdown in one shape. Ids that hang on the old text are written into the new one. */
export async function tellGuide(
  {guide, draft}: SettledGuide,
  options: Pick<TellOptions, 'path' | 'shape' | 'dateSeconds'>
): Promise<ToldGuide> {
  const addresses = addressesOf(guide.media)
  const media = new Map([...addresses].flatMap(([url, address]) => mediaEntry(address, guide.media.get(url))))
  const cards = guide.cards.map((card): ToldCard => ({card: toMarkdownCard(card, addresses), id: card.id, contentHash: card.contentHash}))
  const {text, file} = await tellCards(await headOf(guide, draft), cards, {...options, readMedia: async (url) => media.get(url)})
  reportLeftBehind(file, guide, draft)
  return {text, file, media: new Map([...media].map(([address, {bytes}]) => [address, bytes]))}
}

function mediaEntry(address: string, media: Media | undefined): [string, Media][] {
  return media ? [[address, media]] : []
}

/** Where a picture lies beside the new file: as beside the old one, unless that is outside of its folder or needs escapes. */
function addressesOf(media: Guide['media']): ReadonlyMap<string, string> {
  return new Map(
    [...media].map(([url, {sha256, extension}]) => {
      const isPlain = /^[\p{L}\p{N}_][\p{L}\p{N}._/-]*$/u.test(url) && !url.split('/').includes('..')
      return [url, isPlain ? url : `media/${sha256.slice(0, 16)}${extension}`]
    })
  )
}

function toMarkdownCard(card: Card, addresses: ReadonlyMap<string, string>): MarkdownCard {
  const side = (nodes: readonly RootContent[]): RootContent[] => nodes.map((node) => withAddresses(node, addresses))
  return {
    ...{kind: card.kind, section: card.section, tags: card.tags},
    question: side(card.question),
    options: card.options.map((option) => ({...option, content: side(option.content)})),
    answer: side(card.answer),
    explanation: side(card.explanation),
    ...(card.given !== undefined && {id: card.given})
  }
}

function withAddresses<Node extends Nodes>(node: Node, addresses: ReadonlyMap<string, string>): Node {
  if (node.type === 'image') return {...node, url: addresses.get(node.url) ?? node.url}
  return 'children' in node ? {...node, children: node.children.map((child) => withAddresses(child, addresses))} : node
}

/** All keys as they stand in the source, but for the shape, which is another one now. */
async function headOf({id, title, deck}: Guide, {tree, frontMatter}: Draft): Promise<MarkdownHead> {
  const {parse} = await import('yaml')
  const matter = tree.children.find((node): node is Yaml => node.type === 'yaml')
  const {shape: _, ...keys}: Record<string, unknown> = {...(matter && parse(matter.value, {schema: 'core'}))}
  const isNamedByTitle = deck === title.replaceAll('::', ' ')
  return {...keys, title, id, deck: frontMatter.deck ?? (isNamedByTitle ? undefined : deck)}
}

/** Text outside of cards, sections and title is not carried over. */
function reportLeftBehind(file: VFile, guide: Guide, {tree}: Draft): void {
  const regions = guide.cards.map(({position}) => [position.start.line, position.end.line] as const)
  const left = tree.children.filter((node) => {
    const {start, end} = node.position ?? {}
    if (!start || !end || node.type === 'yaml' || node.type === 'html' || node.type === 'thematicBreak' || headingOf(node)) return false
    return !regions.some(([first, last]) => first <= end.line && start.line <= last)
  })
  if (left.length === 0) return
  const places = left.map(({position}) => [...new Set([position?.start.line, position?.end.line])].join('-'))
  const shown = places.length > 5 ? `${places.slice(0, 5).join(', ')} and ${places.length - 5} more` : places.join(', ')
  addProblem(file, {
    severity: 'info',
    ruleId: 'left-behind',
    reason: `Unexpected text outside of cards in lines ${shown} of the source, expected questions and answers only`
  })
}
