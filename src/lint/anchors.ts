import {headingAnchors} from '../guide/heading-anchors.ts'
import {skeleton} from '../guide/skeleton.ts'
import type {LintDocument} from './rule.ts'

/** Where links within a file can lead. */
export interface Anchors {
  /** Whether a link to `#fragment` leads somewhere. */
  has(fragment: string): boolean
  /** The one heading that differs from a fragment or a text only in marks, case and hyphens, as its fragment; undefined when none or several do. */
  nearest(text: string): string | undefined
  /** Fragment of the heading that begins at an offset. */
  at(offset: number): string | undefined
}

const cache = new WeakMap<LintDocument, Anchors>()

/** Fragments of a file by GitHub's rules: headings, numbered from their second likes on, and ids in HTML. Made once per file. */
export function anchorsOf(document: LintDocument): Anchors {
  const known = cache.get(document)
  if (known) return known
  const anchors = collect(document)
  cache.set(document, anchors)
  return anchors
}

function collect({file, tree}: LintDocument): Anchors {
  const byOffset = new Map<number, string>()
  const byKey = new Map<string, Set<string>>()
  // All of the file, code included: an anchor too many hides a finding, one too few makes a wrong one.
  const ids = new Set(
    [...String(file).matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)|\{#([\w.:-]+)\s*\}/gi)].map(([, id, mark]) => id ?? mark ?? '')
  )
  for (const {offset, base, fragment} of headingAnchors(tree)) {
    byOffset.set(offset, fragment)
    const key = skeleton(base)
    byKey.set(key, (byKey.get(key) ?? new Set()).add(fragment))
  }
  const exact = new Set([...[...byOffset.values()].map(fold), ...[...ids].map(fold)])
  return {
    has: (fragment) => exact.has(fold(fragment)),
    nearest: (text) => {
      const found = [...(byKey.get(skeleton(decoded(text))) ?? [])]
      return found.length === 1 ? found[0] : undefined
    },
    at: (offset) => byOffset.get(offset)
  }
}

/** Case and emoji leftovers (variation selectors, joiners) differ between browsers, editors and GitHub's age. */
function fold(fragment: string): string {
  return decoded(fragment)
    .replace(/^user-content-/, '')
    .replace(/[\ufe00-\ufe0f\u200d]/g, '')
    .toLowerCase()
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
