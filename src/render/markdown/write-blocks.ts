import type {Properties} from 'hast'
import {toHtml} from 'hast-util-to-html'
import type {Blockquote, Break, Heading, Image, Nodes, Parents, RootContent} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {mathToMarkdown} from 'mdast-util-math'
import {defaultHandlers, type Info, type Options, type State, toMarkdown} from 'mdast-util-to-markdown'
import type {HtmlElement, Mark} from '../../mdast/html-element.ts'
import {inlineTags} from '../../parse/html/tags.ts'

type Handler = (node: never, parent: Parents | undefined, state: State, info: Info) => string

/** Attributes of HTML that Markdown has no sign for, by the element that has them. */
const hinted: Record<string, (node: never) => {tagName: string; own?: Properties}> = {
  heading: ({depth}: Heading) => ({tagName: `h${depth}`}),
  image: ({url, alt, title}: Image) => ({tagName: 'img', own: {src: url, alt: alt ?? '', ...(title ? {title} : {})}}),
  paragraph: () => ({tagName: 'p'})
}

/** How nodes are written that CommonMark, GitHub and formulas do not know. */
const handlers: Record<string, Handler> = {
  htmlElement: element as Handler,
  break(node: Break, parent: Parents | undefined, state: State, info: Info) {
    const next = parent?.children[(parent.children as RootContent[]).indexOf(node) + 1]
    // White space at the start of the next line would be lost.
    const isSpaced = next?.type === 'text' && /^\s/.test(next.value)
    return isSpaced || state.stack.includes('tableCell') ? '<br>' : defaultHandlers.break(node, parent, state, info)
  },
  mark(node: Mark, _: unknown, state: State, info: Info) {
    return `==${state.containerPhrasing(node as never, {...info, before: '=', after: '='})}==`
  },
  blockquote(node: Blockquote, parent: Parents | undefined, state: State, info: Info) {
    const {alert, title} = node.data ?? {}
    const quote = defaultHandlers.blockquote(node, parent, state, info)
    return alert === undefined ? quote : `> [!${alert.toUpperCase()}]${title === undefined ? '' : ` ${title}`}\n${quote}`
  }
}

const options: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  rule: '-',
  listItemIndent: 'one',
  handlers: handlers as never,
  extensions: [gfmToMarkdown({tablePipeAlign: false}), mathToMarkdown()],
  // What our reader takes for a highlight, a wiki link or an id.
  unsafe: [
    {character: '=', after: '=', inConstruct: 'phrasing'},
    // A line feed at the end of a paragraph, where a picture stood that is missing.
    {character: '\n', after: '[\\r\\n]', inConstruct: 'phrasing'}
  ]
}

/** Nodes that parsing made of HTML with attributes become HTML again. */
function withHints<Node extends Nodes>(node: Node): Node {
  const whole = 'children' in node ? {...node, children: node.children.map((child) => withHints(child))} : node
  const properties = node.data?.hProperties
  const toElement = hinted[node.type]
  if (!properties || Object.keys(properties).length === 0 || !toElement) return whole
  const {tagName, own} = toElement(node as never)
  return {
    type: 'htmlElement',
    tagName,
    properties: {...own, ...properties},
    children: 'children' in whole ? whole.children : []
  } as unknown as Node
}

/** Blocks as Markdown that cardpress reads to the same tree. Ends with a line feed. */
export function writeBlocks(blocks: readonly RootContent[]): string {
  return toMarkdown({type: 'root', children: blocks.map((node) => withHints(node))}, options)
}

function element(node: HtmlElement, _: Parents | undefined, state: State, info: Info): string {
  const {tagName, properties, data} = node
  if (data?.svg !== undefined) return state.stack.includes('tableCell') ? data.svg.replaceAll('\n', ' ') : data.svg
  const shell = toHtml({type: 'element', tagName, properties, children: []})
  const end = `</${tagName}>`
  const start = shell.endsWith(end) ? shell.slice(0, -end.length) : shell
  if (start === shell) return shell
  if (inlineTags.has(tagName) || node.children.every(isInLine))
    return `${start}${state.containerPhrasing(node as never, {...info, before: '>', after: '<'})}${end}`
  return `${start}\n\n${state.containerFlow(node as never, info)}\n\n${end}`
}

function isInLine(node: RootContent): boolean {
  return (
    node.type === 'text' ||
    node.type === 'emphasis' ||
    node.type === 'strong' ||
    node.type === 'inlineCode' ||
    (node.type === 'htmlElement' && inlineTags.has(node.tagName))
  )
}
