import type {Root} from 'hast'
import type {RootContent} from 'mdast'
import '../../../mdast/html-element.ts'
import 'mdast-util-math'
import {cardLink} from '../../../guide/card-link.ts'
import type {Guide, Media} from '../../../guide/guide.ts'
import {revealClozes} from '../../../guide/reveal-clozes.ts'
import {eachNode} from '../../../mdast/each-node.ts'
import type {HtmlOptions} from '../../html/html-options.ts'
import {toHast} from '../../html/to-hast.ts'
import {toHtml} from '../../html/to-html.ts'
import {toSectionCodes} from '../brand/to-section-codes.ts'
import type {ReadAsset} from '../fonts/find-package.ts'
import {anchorOf} from './anchor-of.ts'
import {blankClozes} from './blank-clozes.ts'
import {languageDirection} from './direction.ts'
import {markDirections} from './mark-directions.ts'
import {toDataUris} from './to-data-uris.ts'
import {type Measure, toPrintable} from './to-printable.ts'
import type {Words} from './words.ts'

/** Type size in diagrams, as a part of that around them. */
const DIAGRAM_SIZE = 0.88

/** Turns Markdown of a card into HTML for paper. */
export interface SideWriter {
  /** Blocks. `side`: all of the side that they are a part of; its footnotes are numbered as one. */
  blocks(nodes: readonly RootContent[], side?: readonly RootContent[]): string
  /** The inside of a paragraph, for a heading; other blocks are written as they are. */
  line(node: RootContent | undefined, side?: readonly RootContent[]): string
  /** The same with the gaps of a cloze left open. */
  blankLine(node: RootContent | undefined, side?: readonly RootContent[]): string
  /** What stands below the heading of a section for its address: code and link; empty without an address. */
  sectionCode(address: string): string
  /** The same for a guide of the same cards with other numbers: links lead to them. */
  linking(guide: Guide): SideWriter
  /** A formula occurred, so that a font for it is needed. */
  readonly hasMath: boolean
}

/** Loads what this guide's content needs, and nothing else: highlighting takes 90 ms to load, formulas 20 ms. */
export async function createSideWriter(
  guide: Guide,
  measure: Measure,
  readAsset: ReadAsset,
  alerts: Words['alerts'] = {}
): Promise<SideWriter> {
  const {hasMath, hasCode} = surveyContent(guide)
  const [math, highlight, pictures, drawings, codes] = await Promise.all([
    hasMath ? import('../../html/load-mathml.ts').then(({loadMathml}) => loadMathml()) : () => [],
    hasCode ? import('../../html/load-highlighter.ts').then(({loadHighlighter}) => loadHighlighter()) : undefined,
    toDataUris(guide.media, readAsset),
    toDataUris(guide.drawings ?? new Map(), readAsset),
    toSectionCodes(guide.cards)
  ])
  const diagram = (source: string) => {
    const src = drawings.get(source)
    const drawn = guide.drawings?.get(source)
    return src === undefined || !drawn ? undefined : {src, style: diagramStyle(drawn)}
  }
  const drawing = (text: string) => {
    const src = drawings.get(text)
    return src === undefined ? undefined : {src, alt: guide.drawings?.get(text)?.description ?? ''}
  }
  const shared: HtmlOptions = {math, highlight, image: (url) => pictures.get(url), diagram, drawing, alertTitle: (kind) => alerts[kind]}
  return writerFor(guide, shared, measure, {hasMath, codes})
}

/** Words of a diagram are drawn at 16 px: on paper they get the size of code beside them, where the column has room. */
function diagramStyle({bytes}: Media): string {
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('utf8')
  const [, width = '0'] = /<svg\b[^>]*? width="([\d.]+)"/.exec(head) ?? []
  return `width:${Math.round((Number(width) / 16) * DIAGRAM_SIZE * 100) / 100}em`
}

/** What is known of a guide before its sides are written. */
interface Found {
  readonly hasMath: boolean
  readonly codes: ReadonlyMap<string, string>
}

function writerFor(guide: Guide, shared: HtmlOptions, measure: Measure, found: Found): SideWriter {
  const direction = languageDirection(guide.lang)
  const anchors = new Map(guide.cards.map((card) => [cardLink(card), anchorOf(card)]))
  const options: HtmlOptions = {...shared, anchor: (url) => anchors.get(url)}
  const write = (nodes: readonly RootContent[], fill: FillGaps, side: readonly RootContent[] = nodes) => {
    const filled = (part: readonly RootContent[]) => part.map((node) => fillGaps(node, fill))
    return markDirections(toPrintable(toHast(filled(nodes), options, filled(side)), measure), direction)
  }
  const writeLine = (node: RootContent | undefined, fill: FillGaps, side?: readonly RootContent[]) =>
    node === undefined ? '' : toHtml(withoutParagraph(write([node], fill, side)))
  return {
    hasMath: found.hasMath,
    sectionCode: (address) => found.codes.get(address) ?? '',
    linking: (other) => writerFor(other, shared, measure, found),
    blocks: (nodes, side) => toHtml(write(nodes, revealClozes, side)),
    line: (node, side) => writeLine(node, revealClozes, side),
    blankLine: (node, side) => writeLine(node, blankClozes, side)
  }
}

/**
 * What stands in a lone paragraph; a `span` takes over its direction. Words as blocks of their own would get line feeds between them:
 * `x`? would be "x ?".
 */
function withoutParagraph(tree: Root): Root {
  const [only, ...more] = tree.children
  if (more.length > 0 || only?.type !== 'element' || only.tagName !== 'p') return tree
  const {dir} = only.properties
  return {type: 'root', children: dir ? [{...only, tagName: 'span', properties: {dir}}] : only.children}
}

function surveyContent(guide: Guide): {hasMath: boolean; hasCode: boolean} {
  let [hasMath, hasCode] = [false, false]
  for (const {question, options, answer, explanation, trainer = []} of guide.cards)
    for (const block of [...question, ...options.flatMap(({content}) => content), ...answer, ...explanation, ...trainer])
      eachNode(block, (node) => {
        hasMath ||= node.type === 'math' || node.type === 'inlineMath'
        hasCode ||= 'lang' in node && Boolean(node.lang)
      })
  return {hasMath, hasCode}
}

/** What becomes of the gaps of a cloze: filled on paper that explains, open on paper that asks. */
type FillGaps = (text: string) => string

function fillGaps<Node extends RootContent>(node: Node, fill: FillGaps): Node {
  if ('value' in node) return node.value.includes('{{c') ? {...node, value: fill(node.value)} : node
  return 'children' in node ? ({...node, children: node.children.map((child) => fillGaps(child as RootContent, fill))} as Node) : node
}
