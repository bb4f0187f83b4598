import {gfm} from 'micromark-extension-gfm'
import type {Construct, Extension, TokenizeContext} from 'micromark-util-types'

const extension = gfm()
const flow = byCode(extension.flow)
const inline = byCode(extension.text)

/** Tells whether something may begin at an offset. */
type MayBegin = (offset: number) => boolean

/** Where an address that the construct of this name finds may begin in a part. */
const beginnings: readonly (readonly [name: string | undefined, find: (part: string) => readonly Span[]])[] = [
  ['emailAutolink', mailboxes],
  ['protocolAutolink', (part) => places(part, /https?:\/\//gi)],
  ['wwwAutolink', (part) => places(part, /www\./gi)]
]

/** From an offset up to another one. */
type Span = readonly [start: number, end: number]

/**
 * GitHub's extensions, asked for a bare address only where one begins, and for a table only where a line of dashes follows or rows may.
 *
 * Theirs breaks off the text at each word to try an e-mail address there (and for that looks for open brackets back through the
 * paragraph, which is quadratic with a stray `[`), and reads each line of text as the head of a table: a quarter of the time and of
 * the memory of a usual file, together.
 *
 * @param part - What will be parsed: the tokenizer counts offsets from its start.
 */
export function quickGithub(part: string): Extension {
  const autolinks = new Map(beginnings.map(([name, find]) => [name, find(part)]))
  return {
    ...extension,
    flow: Object.fromEntries(flow.map(([code, constructs]) => [code, constructs.map((construct) => quickTable(construct, part))])),
    text: Object.fromEntries(
      inline.flatMap(([code, constructs]) => {
        // Most parts hold no bare address, and then no letter needs to be asked about.
        const possible = constructs.filter(({name}) => autolinks.get(name)?.length !== 0)
        return possible.length === 0
          ? []
          : [[code, possible.map((construct) => quickFootnote(quickAutolink(construct, autolinks.get(construct.name)), part))]]
      })
    )
  }
}

function byCode(constructs: Extension['flow']): readonly (readonly [code: string, constructs: readonly Construct[]])[] {
  return Object.entries(constructs ?? {}).flatMap(([code, some]) => (some ? [[code, [some].flat()] as const] : []))
}

function quickAutolink(construct: Construct, spans: readonly Span[] | undefined): Construct {
  if (!spans) return construct
  const mayBegin = inSpans(spans)
  return {
    ...construct,
    // Asked at each letter, and a no does not break off the text: where nothing begins, it must cost nothing.
    previous(code) {
      return mayBegin(this.now().offset) && construct.previous?.call(this, code) !== false
    }
  }
}

/** As long as a label may be, with the marks around it. */
const footnoteReach = 1_005

/** Asks for `![^x]` at a `]` only where such a thing has begun: theirs looks for it back through the whole paragraph at each bracket. */
function quickFootnote(construct: Construct, part: string): Construct {
  if (construct.name !== 'gfmPotentialFootnoteCall') return construct
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const end = this.now().offset
      return part.slice(Math.max(0, end - footnoteReach), end).includes('![^') ? construct.tokenize.call(this, effects, ok, nok) : nok
    }
  }
}

/** Letters before an `@` and behind what can be none of them. */
function mailboxes(part: string): readonly Span[] {
  const spans: Span[] = []
  for (let at = part.indexOf('@'); at !== -1; at = part.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && /[\w.+-]/.test(part.charAt(start - 1))) start--
    if (start < at && /[a-z\d]/i.test(part.charAt(at + 1))) spans.push([start, at])
  }
  return spans
}

function places(part: string, pattern: RegExp): readonly Span[] {
  return Array.from(part.matchAll(pattern), ({index}) => [index, index + 1])
}

/** By binary search. */
function inSpans(spans: readonly Span[]): MayBegin {
  return (offset) => {
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const [start, end] = spans[middle] ?? [0, 0]
      if (offset < start) high = middle
      else if (offset >= end) low = middle + 1
      else return true
    }
    return false
  }
}

/** The rest of a line and one below it of nothing but signs that delimit columns, marks of quotes and white space. */
const delimited = /[^\r\n]*(?:\r\n|\n|\r)[ \t>|:]*-[ \t>|:-]*(?:[\r\n]|$)/y

function quickTable(construct: Construct, part: string): Construct {
  if (construct.name !== 'table') return construct
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      delimited.lastIndex = this.now().offset
      return delimited.test(part) || followsRow(this) ? construct.tokenize.call(this, effects, ok, nok) : nok
    }
  }
}

const rows: ReadonlySet<string> = new Set(['tableHead', 'tableRow'])

function followsRow({events}: TokenizeContext): boolean {
  return rows.has(events.findLast(([, {type}]) => type !== 'lineEnding' && type !== 'linePrefix')?.[1].type ?? '')
}
