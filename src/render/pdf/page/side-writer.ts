import type {Paragraph, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import '../../../mdast/html-element.ts'
import 'mdast-util-math'
import type {Guide} from '../../../guide/guide.ts'
import {revealClozes} from '../../../guide/reveal-clozes.ts'
import type {HtmlOptions} from '../../html/html-options.ts'
import {toHast} from '../../html/to-hast.ts'
import {toHtml} from '../../html/to-html.ts'
import {type Measure, toPrintable} from './to-printable.ts'

/** Turns Markdown of a card into HTML for paper. */
export interface SideWriter {
  /** Blocks. */
  blocks(nodes: readonly RootContent[]): string
  /** The inside of a paragraph, for a heading; other blocks are written as they are. */
  line(node: RootContent | undefined): string
  /** A formula occurred, so that a font for it is needed. */
  readonly hasMath: boolean
}

/** Loads what this guide's content needs, and nothing else: highlighting takes 90 ms to load, formulas 20 ms. */
export async function createSideWriter(guide: Guide, measure: Measure): Promise<SideWriter> {
  const {hasMath, hasCode} = surveyContent(guide)
  const [math, highlight] = await Promise.all([
    hasMath ? import('../../html/load-mathml.ts').then(({loadMathml}) => loadMathml()) : () => [],
    hasCode ? import('../../html/load-highlighter.ts').then(({loadHighlighter}) => loadHighlighter()) : undefined
  ])
  const options: HtmlOptions = {math, highlight, image: (url) => dataUri(guide, url)}
  const blocks = (nodes: readonly RootContent[]) => toHtml(toPrintable(toHast(nodes.map(reveal), options), measure))
  return {
    hasMath,
    blocks,
    line: (node) => (node === undefined ? '' : blocks(node.type === 'paragraph' ? (node as Paragraph).children : [node]))
  }
}

function surveyContent(guide: Guide): {hasMath: boolean; hasCode: boolean} {
  let [hasMath, hasCode] = [false, false]
  for (const {question, options, answer, explanation} of guide.cards)
    visit({type: 'root', children: [...question, ...options.flatMap(({content}) => content), ...answer, ...explanation]}, (node) => {
      hasMath ||= node.type === 'math' || node.type === 'inlineMath'
      hasCode ||= 'lang' in node && Boolean(node.lang)
    })
  return {hasMath, hasCode}
}

/** Gaps of a cloze are filled on paper that explains; elsewhere nothing changes. */
function reveal<Node extends RootContent>(node: Node): Node {
  if ('value' in node) return node.value.includes('{{c') ? {...node, value: revealClozes(node.value)} : node
  return 'children' in node ? ({...node, children: node.children.map((child) => reveal(child as RootContent))} as Node) : node
}

function dataUri(guide: Guide, url: string): string | undefined {
  const media = guide.media.get(url)
  return media && `data:${media.mime};base64,${Buffer.from(media.bytes).toString('base64')}`
}
