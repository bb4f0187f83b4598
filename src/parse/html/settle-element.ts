import type {PhrasingContent, RootContent} from 'mdast'
import type {HtmlElement} from '../../mdast/html-element.ts'
import {toPlainText} from '../../mdast/to-plain-text.ts'
import {withHints} from './hints.ts'
import {lineOf} from './line-of.ts'
import {settleList} from './settle-list.ts'
import {settleTable} from './settle-table.ts'
import {hiddenTags, isKnownTag, lineTags} from './tags.ts'

type Settle = (element: HtmlElement) => readonly RootContent[]

/** Elements in a line of text that Markdown has a node for. */
const inlineCounterparts: ReadonlyMap<string, Settle> = new Map<string, Settle>([
  ...(['strong', 'b'] as const).map((tag) => [tag, wrapper('strong')] as const),
  ...(['em', 'i'] as const).map((tag) => [tag, wrapper('emphasis')] as const),
  ...(['del', 's', 'strike'] as const).map((tag) => [tag, wrapper('delete')] as const),
  ['mark', wrapper('mark')],
  ['a', toLink],
  ['br', ({position}) => [{type: 'break', ...(position && {position})}]],
  ['img', toImage],
  ['code', toInlineCode],
  ['tt', toInlineCode],
  ['picture', ({children}) => children],
  ['audio', toSound],
  ['source', toSource]
])

/** Elements among blocks that Markdown has a node for. */
const blockCounterparts: ReadonlyMap<string, Settle> = new Map<string, Settle>([
  ['p', toParagraph],
  ...([1, 2, 3, 4, 5, 6] as const).map((depth) => [`h${depth}`, (element: HtmlElement) => toHeading(element, depth)] as const),
  ['hr', ({position}) => [{type: 'thematicBreak', ...(position && {position})}]],
  ['blockquote', ({children, position}) => [{type: 'blockquote', children: children as never[], ...(position && {position})}]],
  ['ul', settleList],
  ['ol', settleList],
  ['table', settleTable],
  ['td', withoutParagraph],
  ['th', withoutParagraph],
  ['dd', withoutParagraph],
  ['label', withoutParagraph]
])

/** The Markdown nodes that a finished element stands for: an exact counterpart, itself, or for unknown tags its children. */
export function settleElement(element: HtmlElement, flow: boolean): readonly RootContent[] {
  const {tagName, children} = element
  if (hiddenTags.has(tagName)) return []
  if (!isKnownTag(tagName)) return children
  const counterpart = inlineCounterparts.get(tagName) ?? (flow ? blockCounterparts.get(tagName) : undefined)
  if (counterpart) return counterpart(element)
  return flow && lineTags.has(tagName) ? withoutParagraph(element) : [element]
}

function wrapper(type: 'strong' | 'emphasis' | 'delete' | 'mark'): Settle {
  return ({children, position}) =>
    children.length === 0 ? [] : [{type, children: children as PhrasingContent[], ...(position && {position})}]
}

function toLink(element: HtmlElement): readonly RootContent[] {
  const {properties, children, position} = element
  const {href, title, ...rest} = properties
  if (typeof href !== 'string') return [element]
  return [
    {
      type: 'link',
      url: href,
      title: typeof title === 'string' ? title : null,
      children: children as PhrasingContent[],
      ...withHints(rest),
      ...(position && {position})
    }
  ]
}

function toImage({properties, position}: HtmlElement): readonly RootContent[] {
  const {src, alt, title, ...rest} = properties
  return [
    {
      type: 'image',
      url: typeof src === 'string' ? src : '',
      title: typeof title === 'string' ? title : null,
      alt: typeof alt === 'string' ? alt : '',
      ...withHints(rest),
      ...(position && {position})
    }
  ]
}

/** Pictures and sounds are one node: what the file holds decides. What stands in `<audio>` is for browsers that know none. */
function toSound(element: HtmlElement): readonly RootContent[] {
  const own = toSource(element)
  return own.length > 0 ? own : element.children.filter(({type}) => type === 'image').slice(0, 1)
}

/** Of a sound; those of `<picture>` have a `srcset`, and its `<img>` tells all. */
function toSource(element: HtmlElement): readonly RootContent[] {
  const {src} = element.properties
  return typeof src === 'string' ? toImage({...element, properties: {src}}) : []
}

function toInlineCode(element: HtmlElement): readonly RootContent[] {
  const {children, position} = element
  if (children.length === 0) return []
  const plain = children.every(({type}) => type === 'text' || type === 'inlineCode')
  return plain ? [{type: 'inlineCode', value: toPlainText(children), ...(position && {position})}] : [element]
}

function toParagraph({children, properties, position}: HtmlElement): readonly RootContent[] {
  const [only, ...others] = children
  if (only?.type !== 'paragraph' || others.length > 0) return children
  return [{...only, ...withHints(properties), ...(position && {position})}]
}

function toHeading(element: HtmlElement, depth: 1 | 2 | 3 | 4 | 5 | 6): readonly RootContent[] {
  const {properties, position} = element
  const children = lineOf(element.children)
  if (!children) return [element]
  return children.length === 0 ? [] : [{type: 'heading', depth, children, ...withHints(properties), ...(position && {position})}]
}

/** `<summary>` and the like hold a line: a lone paragraph in them gives way to what it holds. */
function withoutParagraph(element: HtmlElement): readonly RootContent[] {
  return [{...element, children: lineOf(element.children) ?? element.children}]
}
