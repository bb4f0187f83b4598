import type {Nodes} from 'mdast'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import type {Construct, Extension} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface ParseContext {
    gfmFootnotes?: string[]
  }
}

/** What a file defines and its references may use, in micromark's normal form. */
export interface Labels {
  readonly links: ReadonlySet<string>
  readonly footnotes: ReadonlySet<string>
}

const marks = [33, 91, 93]
const maxLabelLength = 999

/** Labels that look defined: before parsing nobody knows which of them are in code. */
export function guessLabels(text: string): Labels {
  const links = new Set<string>()
  const footnotes = new Set<string>()
  for (const {index} of text.matchAll(/\]:/g)) {
    // Back to the bracket, as the other way round each bracket would look ahead for the length of a label.
    const label = /(?<![^\\]\\)\[((?:[^[\]\\]|\\[\s\S])+)$/.exec(text.slice(Math.max(0, index - maxLabelLength - 1), index))?.[1] ?? ''
    if (label.startsWith('^')) footnotes.add(normalizeIdentifier(label.slice(1)))
    else if (label) links.add(normalizeIdentifier(label))
  }
  return {links, footnotes}
}

/** Labels that the definitions in parts of a text define. */
export function collectLabels(
  text: string,
  parts: readonly {readonly start: number; readonly end: number; readonly tree: Nodes}[]
): Labels {
  const links = new Set<string>()
  const footnotes = new Set<string>()
  // Most parts define nothing, and a short text is looked through sooner than its tree.
  for (const {start, end, tree} of parts) if (text.slice(start, end).includes(']:')) collect(tree)
  return {links, footnotes}

  function collect(node: Nodes): void {
    if (node.type === 'definition') links.add(normalizeIdentifier(node.identifier))
    if (node.type === 'footnoteDefinition') footnotes.add(normalizeIdentifier(node.identifier))
    if ('children' in node) for (const child of node.children) collect(child)
  }
}

/** Labels that only one of two sets has. */
export function differingLabels(one: Labels, other: Labels): readonly string[] {
  return [...difference(one.links, other.links), ...difference(one.footnotes, other.footnotes).map((label) => `^${label}`)]
}

function difference(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...[...one].filter((label) => !other.has(label)), ...[...other].filter((label) => !one.has(label))]
}

/** Finds out whether a text may refer to a label; marks of quotes around a line break in it do not count. */
export function mentions(text: string): (label: string) => boolean {
  const plain = squeeze(text)
  return (label) => plain.includes(`[${squeeze(label)}]`)
}

function squeeze(text: string): string {
  return normalizeIdentifier(text).replace(/[\s>]/g, '')
}

/** Makes the references of a passage see definitions that lie outside of it: a construct that matches nothing, asked at each `!`, `[` and `]`. */
export function shareLabels({links, footnotes}: Labels): Extension {
  const defined = toList(links)
  const gfmFootnotes = toList(footnotes)
  const construct: Construct = {
    name: 'sharedLabels',
    tokenize(_effects, _ok, nok) {
      Object.assign(this.parser, {defined, gfmFootnotes})
      return nok
    }
  }
  return {text: Object.fromEntries(marks.map((code) => [code, construct]))}
}

/** micromark searches lists of labels from the start for each reference; with a set behind them ten thousand labels cost nothing. */
function toList(labels: ReadonlySet<string>): string[] {
  return Object.assign([...labels], {includes: (label: string) => labels.has(label)})
}
