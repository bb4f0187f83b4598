import type {Root} from 'mdast'
import {type FormulaSurvey, surveyFormulas} from './careful-math.ts'
import {type CutPoint, findCutPoints} from './cut-points.ts'
import {guessLabels, type Labels} from './labels.ts'
import {findLazyLimits} from './lazy-limits.ts'
import {indexLines, type LineIndex} from './line-index.ts'
import {placePiece} from './place-piece.ts'
import {type TreePart, treeReader} from './to-tree.ts'

/** Part of a text that begins where a block must begin; `followedBy` stands in for the line behind it and is empty at the end of the text. */
export type Stretch = TreePart

/** A part with its tree, whose places count in the text. */
export interface Piece extends Stretch {
  readonly tree: Root
}

export interface ParsedStretch {
  readonly pieces: readonly Piece[]
  /** Offset in the text from which nesting was too deep to be read. */
  readonly tooDeepFrom?: number | undefined
}

/** What parsing any part of a text takes from the whole. */
export interface Outlook {
  readonly lines: LineIndex
  readonly formulas: FormulaSurvey
  readonly labels: Labels
  /** Ascending. */
  readonly points: readonly CutPoint[]
  /** Points at which a text is cut in any case: the block there is too long to be read. */
  readonly limits: ReadonlySet<number>
}

/**
 * Length in characters from which a piece is cut off. Half as long gains nothing more; pieces of 8,192 take 1.6 times as long
 * and twice the memory, because what is left of one piece outlives the young generation of the heap.
 */
const pieceLength = 2_048

/** All of a text but its byte order mark. */
export function wholeOf(text: string): Stretch {
  return {start: text.startsWith('\ufeff') ? 1 : 0, end: text.length, followedBy: ''}
}

/** Looks over a whole text, once for all its parts. */
export function lookOver(text: string): Outlook {
  const {start} = wholeOf(text)
  const limits = new Set(findLazyLimits(text, start))
  const forced = [...limits].map((offset): CutPoint => ({offset, followedBy: '', doubtful: false}))
  const points = [...findCutPoints(text, start), ...forced].sort((a, b) => a.offset - b.offset)
  return {lines: indexLines(text), formulas: surveyFormulas(text), labels: guessLabels(text), points, limits}
}

/**
 * Parses a stretch of a text in pieces: micromark's time per character grows with the text, so pieces make it linear.
 *
 * A cut is proved, not assumed: each piece is parsed with a stand-in for the line behind it, and if no node begins there
 * (a fence is still open), the piece grows.
 *
 * @returns `undefined` if no block begins behind the stretch, so that it should not have been cut off there.
 */
export function parseStretch(text: string, stretch: Stretch, outlook: Outlook, length: number = pieceLength): ParsedStretch | undefined {
  const {limits} = outlook
  const points = outlook.points.filter(({offset}) => offset > stretch.start && offset < stretch.end)
  const pieces: Piece[] = []
  let tooDeepFrom: number | undefined
  const onTooDeep = (offset: number) => {
    tooDeepFrom ??= offset
  }
  const parsePiece = pieceParser(text, {...outlook, onTooDeep})
  let {start} = stretch
  let wanted = length
  let index = 0
  do {
    while (index < points.length && !limits.has(points[index]?.offset ?? 0) && !isWanted(points[index], start, wanted)) index++
    const {offset: end, followedBy} = points[index] ?? {offset: stretch.end, followedBy: stretch.followedBy}
    const tree = parsePiece({start, end, followedBy})
    if (limits.has(end)) {
      onTooDeep(end)
      index++
    }
    if (tree) pieces.push({start, end, followedBy, tree})
    else if (end === stretch.end) return undefined
    // A piece that fails is doubled, so that all failures together cost no more than the success.
    wanted = tree ? length : 2 * (end - start)
    if (tree) start = end
  } while (start < stretch.end)
  return {pieces, tooDeepFrom}
}

/** Reads pieces of a text, each to its tree without its stand-in; to `undefined` if no node begins with that. */
export function pieceParser(
  text: string,
  options: Pick<Outlook, 'lines' | 'formulas' | 'labels'> & {readonly onTooDeep?: (offset: number) => void}
): (piece: Stretch) => Root | undefined {
  const {lines, formulas, labels, onTooDeep} = options
  const read = treeReader(text, {formulas, labels, onTooDeep})
  return ({start, end, followedBy}) => {
    const tree = read({start, end, followedBy})
    if (followedBy !== '') {
      const last = tree.children.at(-1)
      const proved = last?.position?.start.offset === end - start && last.type === (followedBy.startsWith('#') ? 'heading' : 'paragraph')
      if (!proved) return undefined
      tree.children.pop()
    }
    placePiece(tree, start, lines.toPoint(start).line - 1)
    return tree
  }
}

/** Where fences seem open for long, the guess is likely wrong, and doubtful points are tried as well. */
function isWanted(point: CutPoint | undefined, start: number, wanted: number): boolean {
  return point !== undefined && point.offset - start >= (point.doubtful ? 4 * wanted : wanted)
}
