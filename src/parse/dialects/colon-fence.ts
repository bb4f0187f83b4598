import type {Blockquote, Nodes, Paragraph, RootContent} from 'mdast'
import {markdownLineEnding} from 'micromark-util-character'
import type {Construct, State, Tokenizer} from 'micromark-util-types'
import type {Node} from 'unist'
import type {Dialect} from './dialect.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    colonFence: 'colonFence'
  }
}

/** A `:::` line, until `nestColonFences` has paired it. */
interface ColonFence extends Node {
  type: 'colonFence'
  value: string
}

const colon = 58
const fence = /^(:{3,})[ \t]*(?:\{?\.?([A-Za-z][\w-]*)\}?)?(?:\[([^\]]*)\])?(?:\{[^}]*\})?[ \t]*(.*)$/

const tokenize: Tokenizer = (effects, ok, nok) => {
  let size = 0
  const start: State = (code) => {
    effects.enter('colonFence')
    return marks(code)
  }
  const marks: State = (code) => {
    if (code === colon) {
      size++
      effects.consume(code)
      return marks
    }
    return size < 3 ? nok(code) : rest(code)
  }
  const rest: State = (code) => {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('colonFence')
      return ok(code)
    }
    effects.consume(code)
    return rest
  }
  return start
}

const construct: Construct = {name: 'colonFence', tokenize}

/** Lines of `:::`, between which VuePress, Docusaurus and Pandoc put notes. The tree is not whole before `nestColonFences`. */
export const colonFence: Dialect = {
  tokenizer: {flow: {[colon]: construct}},
  tree: {
    enter: {
      colonFence(token) {
        const node: ColonFence = {type: 'colonFence', value: this.sliceSerialize(token)}
        this.enter(node as never, token)
      }
    },
    exit: {
      colonFence(token) {
        this.exit(token)
      }
    }
  }
}

/** Puts what stands between `:::note Title` and `:::` into a note, in place. Lines without a partner are text. */
export function nestColonFences(tree: Nodes): void {
  if (!('children' in tree)) return
  const opened: {readonly fence: ColonFence; readonly before: RootContent[]}[] = []
  let children: RootContent[] = []
  for (const child of tree.children as RootContent[]) {
    if (!isFence(child)) {
      nestColonFences(child)
      children.push(child)
    } else if (!isClosing(child)) {
      opened.push({fence: child, before: children})
      children = []
    } else {
      const open = opened.pop()
      children = open ? [...open.before, toNote(open.fence, children, child)] : [...children, toParagraph(child)]
    }
  }
  for (const {fence, before} of opened.toReversed()) children = [...before, toParagraph(fence), ...children]
  tree.children = children as typeof tree.children
}

function isFence(node: Node): node is ColonFence {
  return node.type === 'colonFence'
}

function isClosing({value}: ColonFence): boolean {
  return /^:+\s*$/.test(value)
}

function toNote({value, position}: ColonFence, children: RootContent[], closing: ColonFence): Blockquote {
  const [, , kind = 'note', label, rest = ''] = fence.exec(value) ?? []
  const title = (label ?? rest).trim()
  const {start} = position ?? {}
  const {end} = closing.position ?? {}
  return {
    type: 'blockquote',
    children: children as Blockquote['children'],
    data: {alert: kind.toLowerCase(), ...(title && {title})},
    ...(start && end && {position: {start, end}})
  }
}

function toParagraph({value, position}: ColonFence): Paragraph {
  const place = position && {position}
  return {type: 'paragraph', children: [{type: 'text', value, ...place}], ...place}
}
