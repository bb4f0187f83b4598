import {toHtml} from 'hast-util-to-html'
import type {Blockquote, Parents, RootContent} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {mathToMarkdown} from 'mdast-util-math'
import {defaultHandlers, type Info, type Options, type State, toMarkdown} from 'mdast-util-to-markdown'
import type {HtmlElement, Mark} from '../../mdast/html-element.ts'

type Handler = (node: never, parent: Parents | undefined, state: State, info: Info) => string

/** Elements that stand in a line of text, whatever they hold. */
const inline: ReadonlySet<string> = new Set(
  [
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'br',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'i',
    'img',
    'ins',
    'kbd',
    'mark',
    'q',
    'rp',
    'rt',
    'ruby',
    's'
  ].concat(['samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr'])
)

/** How nodes are written that CommonMark, GitHub and formulas do not know. */
const handlers: Record<string, Handler> = {
  htmlElement: element as Handler,
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
  unsafe: [{character: '=', after: '=', inConstruct: 'phrasing'}]
}

/** Blocks as Markdown that cardpress reads to the same tree. Ends with a line feed. */
export function writeBlocks(blocks: readonly RootContent[]): string {
  return toMarkdown({type: 'root', children: [...blocks]}, options)
}

function element(node: HtmlElement, _: Parents | undefined, state: State, info: Info): string {
  const {tagName, properties} = node
  const shell = toHtml({type: 'element', tagName, properties, children: []})
  const end = `</${tagName}>`
  const start = shell.endsWith(end) ? shell.slice(0, -end.length) : shell
  if (start === shell) return shell
  if (inline.has(tagName) || node.children.every(isInLine))
    return `${start}${state.containerPhrasing(node as never, {...info, before: '>', after: '<'})}${end}`
  return `${start}\n\n${state.containerFlow(node as never, info)}\n\n${end}`
}

function isInLine(node: RootContent): boolean {
  return (
    node.type === 'text' ||
    node.type === 'emphasis' ||
    node.type === 'strong' ||
    node.type === 'inlineCode' ||
    (node.type === 'htmlElement' && inline.has(node.tagName))
  )
}
