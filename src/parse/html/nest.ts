import type {Properties} from 'hast'
import type {Nodes, RootContent} from 'mdast'
import type {Point} from 'unist'
import type {HtmlElement} from '../../mdast/html-element.ts'
import {settleElement} from './settle-element.ts'
import {settleParagraph} from './settle-paragraph.ts'
import {splitAt} from './split-at.ts'
import {blockTags, impliedEnds, voidTags} from './tags.ts'

/** What is met on the way through the children of a node, in source order. */
export type Happening =
  | {readonly type: 'open'; readonly tagName: string; readonly properties: Properties; readonly start: Point; readonly end: Point}
  | {readonly type: 'close'; readonly tagName: string; readonly end: Point}
  | {readonly type: 'node'; readonly node: RootContent}

/** What a place lies in, up to the root. */
export interface Around {
  isOpen(tagName: string): boolean
  /** Elements that are open. */
  readonly depth: number
}

export interface Nested {
  readonly children: RootContent[]
  readonly closes: readonly OuterClose[]
}

/** An end tag for an element that is open further out. */
export interface OuterClose {
  readonly tagName: string
  /** Number of the children that stand before it. */
  readonly at: number
  readonly end: Point | undefined
}

interface Frame {
  readonly element: HtmlElement
  readonly before: RootContent[]
}

/** Tags beyond this depth are dropped and their content kept: no author nests so deep, and trees are walked by recursion. */
const maxDepth = 64

/**
 * Builds elements out of tags the way a browser repairs them: missing end tags are supplied, stray ones ignored, no text is lost.
 *
 * @param descend - Handles the inside of a Markdown node and returns the end tags found in it for elements outside of it.
 */
export function nest(
  happenings: Iterable<Happening>,
  flow: boolean,
  around: Around,
  descend: (node: Nodes, around: Around) => readonly OuterClose[]
): Nested {
  const frames: Frame[] = []
  const closes: OuterClose[] = []
  let children: RootContent[] = []

  for (const happening of happenings) {
    if (happening.type === 'node') take(happening.node)
    else if (happening.type === 'open') open(happening)
    else close(happening.tagName, happening.end)
  }
  while (frames.length > 0) leave(undefined)
  return {children, closes}

  function take(node: RootContent): void {
    const found = descend(node, {
      isOpen: (tagName) => frames.some(({element}) => element.tagName === tagName) || around.isOpen(tagName),
      depth: around.depth + frames.length
    })
    const pieces = splitAt(
      node,
      found.map(({at}) => at)
    )
    for (const [index, piece] of pieces.entries()) {
      for (const part of piece) children.push(...settleParagraph(part))
      const ended = found[index]
      if (ended) close(ended.tagName, pieces.slice(index + 1).some(({length}) => length > 0) ? ended.end : node.position?.end)
    }
  }

  function open({tagName, properties, start, end}: Happening & {type: 'open'}): void {
    const implied = impliedEnds.get(tagName)
    if (implied) endImplied(implied.ends, implied.within)
    if (blockTags.has(tagName)) endImplied(new Set(['p']), blockTags)
    const element: HtmlElement = {type: 'htmlElement', tagName, properties, children: [], position: {start, end}}
    if (voidTags.has(tagName)) children.push(...settleElement(element, flow))
    else if (around.depth + frames.length < maxDepth) {
      frames.push({element, before: children})
      children = []
    }
  }

  /** Ends open elements from the outermost one of `ends` that no element of `within` shields. */
  function endImplied(ends: ReadonlySet<string>, within: ReadonlySet<string>): void {
    let outermost = -1
    for (let index = frames.length - 1; index >= 0; index--) {
      const tagName = frames[index]?.element.tagName ?? ''
      if (ends.has(tagName)) outermost = index
      else if (within.has(tagName)) break
    }
    while (outermost >= 0 && frames.length > outermost) leave(children.at(-1)?.position?.end)
  }

  function close(tagName: string, end: Point | undefined): void {
    const index = frames.findLastIndex(({element}) => element.tagName === tagName)
    const crossesBlock = frames.slice(index + 1).some(({element}) => blockTags.has(element.tagName))
    if (index < 0 && around.isOpen(tagName))
      closes.push({tagName, at: frames.length === 0 ? children.length : Number.POSITIVE_INFINITY, end})
    if (index < 0 || (crossesBlock && !blockTags.has(tagName))) return
    while (frames.length > index) leave(end)
  }

  /** Ends the innermost element; without an end tag, a heading or another fold in it shows that the author had left it before. */
  function leave(end: Point | undefined): void {
    const frame = frames.pop()
    if (!frame) return
    const {element, before} = frame
    const anew = end === undefined && flow ? children.findIndex((child, index) => index > 0 && startsAnew(child)) : -1
    element.children = anew < 0 ? children : children.slice(0, anew)
    const last = end ?? element.children.at(-1)?.position?.end
    if (element.position && last) element.position.end = last
    const following = anew < 0 ? [] : children.slice(anew)
    children = before
    for (const node of settleElement(element, flow)) children.push(node)
    for (const node of following) children.push(node)
  }
}

function startsAnew(node: RootContent): boolean {
  return node.type === 'heading' || (node.type === 'htmlElement' && node.tagName === 'details')
}
