import type {Nodes, Root} from 'mdast'
import {surveyFormulas} from './careful-math.ts'
import {type CutPoint, findCutPoints} from './cut-points.ts'
import {frontMatterEnd} from './front-matter.ts'
import {collectLabels, differingLabels, guessLabels, type Labels, mentions} from './labels.ts'
import type {LineIndex} from './line-index.ts'
import {type TreeOptions, toTree} from './to-tree.ts'

/** Length in characters from which a piece is cut off: below it the cost of starting a parser shows, above it that of long event lists. */
const pieceLength = 8_192

/** Labels that were guessed wrong are looked up one by one; with more of them, all pieces are parsed again. */
const maxLookups = 20

interface Piece {
  readonly start: number
  readonly end: number
  readonly followedBy: string
}

/**
 * Parses a text in pieces, to the same tree as in one go but in linear time: micromark's time per character grows with the text.
 *
 * A cut is proved, not assumed: each piece is parsed with a stand-in for the line behind it, and if no node begins there
 * (a fence is still open), the piece grows. References see the definitions of all pieces.
 */
export function parsePieces(
  text: string,
  lines: LineIndex,
  options: TreeOptions & {readonly length?: number} = {}
): {tree: Root; labels: Labels} {
  const {start = 0, length = pieceLength, formulas = surveyFormulas(text)} = options
  const guessed = guessLabels(text)
  const parse = (piece: Piece, labels: Labels) => withoutStandIn(toTree(text, {...options, ...piece, formulas, labels}), piece)
  const found = cutAndParse(text, start, length, (piece) => parse(piece, guessed))
  const labels = collectLabels(found.map(({tree}) => tree))
  const wrong = differingLabels(guessed, labels)
  const trees = found.map(({piece, tree}) => (wrong.length > 0 && isConcerned(text, piece, wrong) ? (parse(piece, labels) ?? tree) : tree))
  for (const [index, tree] of trees.entries()) {
    const offset = found[index]?.piece.start ?? 0
    if (offset > 0) shift(tree, offset, lines.toPoint(offset).line - 1)
  }
  return {tree: join(trees), labels}
}

function cutAndParse(text: string, from: number, length: number, parse: (piece: Piece) => Root | undefined): {piece: Piece; tree: Root}[] {
  const textStart = frontMatterEnd(text, from)
  const points = findCutPoints(text).filter(({offset}) => offset > textStart)
  const found: {piece: Piece; tree: Root}[] = []
  let start = from
  let wanted = length
  let index = 0
  do {
    while (index < points.length && !isWanted(points[index], start, wanted)) index++
    const point = points[index]
    const piece = {start, end: point?.offset ?? text.length, followedBy: point?.followedBy ?? ''}
    const tree = parse(piece)
    if (tree) found.push({piece, tree})
    // A piece that fails is doubled, so that all failures together cost no more than the success.
    wanted = tree ? length : 2 * (piece.end - start)
    if (tree) start = piece.end
  } while (start < text.length)
  return found
}

/** Where fences seem open for long, the guess is likely wrong, and doubtful points are tried as well. */
function isWanted(point: CutPoint | undefined, start: number, wanted: number): boolean {
  return point !== undefined && point.offset - start >= (point.doubtful ? 4 * wanted : wanted)
}

/** The tree without the stand-in; `undefined` if no node begins with it. */
function withoutStandIn(tree: Root, {start, end, followedBy}: Piece): Root | undefined {
  if (followedBy === '') return tree
  const last = tree.children.at(-1)
  const proved = last?.position?.start.offset === end - start && last.type === (followedBy.startsWith('#') ? 'heading' : 'paragraph')
  if (proved) tree.children.pop()
  return proved ? tree : undefined
}

function isConcerned(text: string, {start, end}: Piece, labels: readonly string[]): boolean {
  return labels.length > maxLookups || labels.some(mentions(text.slice(start, end)))
}

/** Moves places from a piece, which begins in the first column, to the file. */
function shift(node: Nodes, offset: number, lineCount: number): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.line += lineCount
    point.offset = (point.offset ?? 0) + offset
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, lineCount)
}

function join(trees: readonly Root[]): Root {
  const start = trees[0]?.position?.start
  const end = trees.at(-1)?.position?.end
  return {type: 'root', children: trees.flatMap(({children}) => children), ...(start && end && {position: {start, end}})}
}
