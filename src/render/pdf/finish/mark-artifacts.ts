import type {Rewrite} from './rewrite-contents.ts'

const PATH_START = / (?:m|re)$/
const PAINTED = /^(?:f\*?|F|[sS]|[bB]\*?)$/
const CLIPPED = /(?:^| )n$/
const DRAWN = / (?:Do|sh)$/
/** Something painted outside of marked content; tells pages that need no change at little cost. */
const UNMARKED = /(?:^|\n)(?:f\*?|F|[sS]|[bB]\*?|ET|\S+ (?:Do|sh))(?:\n|$)/

/**
 * Marks what Chromium paints without a tag (borders and backgrounds of spans, generated boxes) as artifacts, so that all content
 * of a page is either text that is read or decoration that is not (PDF/UA-1, 7.1-3). Knows Chromium's way of writing: an operator
 * a line, marked content around whole text objects.
 */
export const markArtifacts: Rewrite = (content) =>
  UNMARKED.test(content.replace(/BDC\n[\s\S]*?\nEMC/g, '')) ? wrapUnmarked(content.split('\n')).join('\n') : content

function wrapUnmarked(lines: readonly string[]): readonly string[] {
  const out: string[] = []
  let depth = 0
  /** Where in `out` a path or text object began that no mark surrounds. */
  let begun: number | undefined
  const wrap = (from: number) => {
    out.splice(from, 0, '/Artifact BMC')
    out.push('EMC')
  }
  for (const line of lines) {
    if (depth === 0 && begun === undefined && (PATH_START.test(line) || line === 'BT' || DRAWN.test(line))) begun = out.length
    out.push(line)
    if (/B(?:DC|MC)$/.test(line)) depth++
    else if (line === 'EMC') depth--
    else if (begun !== undefined && (PAINTED.test(line) || DRAWN.test(line) || line === 'ET')) {
      wrap(begun)
      begun = undefined
    } else if (CLIPPED.test(line)) begun = undefined
  }
  return out
}
