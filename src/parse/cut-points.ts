import {frontMatterEnd} from './front-matter.ts'

/** A line at which a text may be cut. */
export interface CutPoint {
  readonly offset: number
  /** Stands for the line when what is before it is parsed: a node that begins here proves the cut. */
  readonly followedBy: string
  /** Seems to be in fenced code, so that a proof is unlikely. */
  readonly doubtful: boolean
}

/** Not `^`: JavaScript sees line starts at U+2028 and between CR and LF. */
const line =
  /(?<![^\r\n])(?!(?<=\r)\n)(?: {0,3}(?<fence>`{3,}|~{3,})(?<info>[^\r\n]*)|(?<heading>#{1,6}[ \t]+[^\s#])|(?:=+|-+)?[ \t]*(?:\r\n|\n|\r)(?=\p{L}|\*\*\S|<[a-z]))/giu

/**
 * Lines at which CommonMark starts a new block whatever came before, unless code, HTML, math or a comment is open there:
 * an ATX heading in the first column, and text in the first column behind a blank line or the line under a heading.
 * Lists and quotes end at both.
 *
 * @param start - Where parsing starts, maybe with front matter, in which there are no blocks.
 */
export function findCutPoints(text: string, start: number): CutPoint[] {
  const points: CutPoint[] = []
  let open = ''
  for (const match of text.matchAll(line)) {
    const {fence, info = '', heading} = match.groups ?? {}
    if (fence) open = nextFence(open, fence, info)
    else points.push({offset: match.index + (heading ? 0 : match[0].length), followedBy: heading ? '# x' : 'x', doubtful: open !== ''})
  }
  const textStart = frontMatterEnd(text, start)
  return points.filter(({offset}) => offset > textStart)
}

function nextFence(open: string, fence: string, info: string): string {
  if (open === '') return fence.startsWith('`') && info.includes('`') ? '' : fence
  return fence.startsWith(open) && info.trim() === '' ? '' : open
}
