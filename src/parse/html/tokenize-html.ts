import {blockTags, hiddenTags, verbatimTags} from './tags.ts'

interface Range {
  /** Index of the first character. */
  readonly start: number
  /** Index behind the last character. */
  readonly end: number
}

export interface OpenTag extends Range {
  readonly type: 'open'
  /** Lower case. */
  readonly tagName: string
  /** Between name and `>`, as written. */
  readonly attributes: string
}

export interface CloseTag extends Range {
  readonly type: 'close'
  readonly tagName: string
}

/** `verbatim` reaches from start tag to end tag, its content as written. `markdown` is all that is not a block's tag: inline tags stay in it. */
export type HtmlToken =
  | OpenTag
  | CloseTag
  | (Range & {readonly type: 'comment' | 'hidden' | 'markdown'})
  | (Range & {readonly type: 'verbatim'; readonly tagName: string; readonly attributes: string; readonly content: string})

// Quotes and tags exclude each other in these patterns, so that a failed match stops at the next `<`: linear on hostile input.
const openTag = /<([a-z][a-z\d-]*)((?:[\s/](?:[^"'<>]|"[^"]*"|'[^']*')*)?)>/iy
const closeTag = /<\/([a-z][a-z\d-]*)(?:\s[^<>]*)?>/iy
const comment = /<!--(?:>|->|[\s\S]*?(?:-->|$))/y
const interesting = /[<`]/g
const declaration = /<[!?][^>]*(?:>|$)/y

/** Reads the one tag that an inline `html` node is; `undefined` for a comment or declaration. */
export function readTag(value: string): OpenTag | CloseTag | undefined {
  return tagAt(value, 0)
}

/** Cuts the text of an HTML block into tags of blocks and the Markdown between them. */
export function tokenizeHtml(value: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  const findQuotes = quoteFinder(value)
  const isInDrawing = drawingFinder(value)
  let markdownStart = 0
  let index = 0
  while (index < value.length) {
    const next = matchAt(interesting, value, index)
    if (!next) break
    index = next.index
    if (value[index] === '`') index = findQuotes(index)
    else {
      const token = tokenAt(value, index)
      if (token && token.type !== 'markdown' && !(isAside(token) && isInDrawing(index))) {
        if (index > markdownStart) tokens.push({type: 'markdown', start: markdownStart, end: index})
        tokens.push(token)
        markdownStart = token.end
      }
      index = token?.end ?? index + 1
    }
  }
  if (markdownStart < value.length) tokens.push({type: 'markdown', start: markdownStart, end: value.length})
  return tokens
}

/** Token that starts at a `<`; inline and unknown tags are Markdown's to read. */
function tokenAt(value: string, start: number): HtmlToken | undefined {
  const aside = matchAt(comment, value, start)
  if (aside) return {type: standsAlone(value, start, start + aside[0].length) ? 'comment' : 'markdown', start, end: start + aside[0].length}
  const tag = tagAt(value, start)
  if (!tag) {
    const declared = matchAt(declaration, value, start)
    return declared ? {type: 'hidden', start, end: start + declared[0].length} : undefined
  }
  const {tagName, end} = tag
  if (tag.type === 'open' && (hiddenTags.has(tagName) || verbatimTags.has(tagName))) return whole(value, tag)
  return blockTags.has(tagName) ? tag : {type: 'markdown', start, end}
}

function tagAt(value: string, start: number): OpenTag | CloseTag | undefined {
  const close = matchAt(closeTag, value, start)
  if (close) return {type: 'close', tagName: name(close), start, end: start + close[0].length}
  const open = matchAt(openTag, value, start)
  return open ? {type: 'open', tagName: name(open), attributes: open[2] ?? '', start, end: start + open[0].length} : undefined
}

function name(match: RegExpExecArray): string {
  return (match[1] ?? '').toLowerCase()
}

/** Element whose content is not HTML to us, up to its end tag or the end of the text. */
function whole(value: string, {tagName, attributes, start, end: contentStart}: OpenTag): HtmlToken {
  const closing = new RegExp(`</${tagName}\\s*>`, 'gi')
  closing.lastIndex = contentStart
  const match = closing.exec(value)
  const end = match ? closing.lastIndex : value.length
  if (hiddenTags.has(tagName)) return {type: 'hidden', start, end}
  return {type: 'verbatim', tagName, attributes, start, end, content: value.slice(contentStart, match?.index ?? value.length)}
}

/** Whether nothing but white space shares the lines of a range. */
function standsAlone(value: string, start: number, end: number): boolean {
  const lineStart = Math.max(value.lastIndexOf('\n', start - 1), value.lastIndexOf('\r', start - 1)) + 1
  return value.slice(lineStart, start).trim() === '' && /^[ \t]*(?:[\r\n]|$)/.test(value.slice(end, end + 200))
}

function isAside({type}: HtmlToken): boolean {
  return type === 'hidden' || type === 'comment'
}

/** Tells for ascending places whether they lie in an `<svg>`, which has titles and styles of its own and stays in one piece. */
function drawingFinder(value: string): (index: number) => boolean {
  const drawings = [...value.matchAll(/<svg(?=[\s/>])[\s\S]*?(?:<\/svg\s*>|$)/gi)]
  let next = 0
  return (index) => {
    while ((drawings[next]?.index ?? Number.POSITIVE_INFINITY) + (drawings[next]?.[0].length ?? 0) <= index) next++
    return (drawings[next]?.index ?? Number.POSITIVE_INFINITY) < index
  }
}

/** Finds the end of inline code or of a fence, in which `<div>` is no tag; back quotes without a partner end where they end. */
function quoteFinder(value: string): (start: number) => number {
  const runs = [...value.matchAll(/`+/g)]
  const nextOfSize = new Map<number, number>()
  const partners = new Map<number, number>()
  for (const run of runs.toReversed()) {
    const size = run[0].length
    const partner = nextOfSize.get(size)
    if (partner !== undefined) partners.set(run.index, partner + size)
    nextOfSize.set(size, run.index)
  }
  const sizes = new Map(runs.map((run) => [run.index, run[0].length]))
  return (start) => partners.get(start) ?? start + (sizes.get(start) ?? 1)
}

function matchAt(pattern: RegExp, value: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(value)
}
