import type {Nodes, Root} from 'mdast'
import type {FormulaSurvey} from './careful-math.ts'
import {collectLabels, differingLabels, guessLabels, type Labels, mentions} from './labels.ts'
import type {LineIndex} from './line-index.ts'
import {type Piece, parsePiece} from './parse-stretch.ts'

/** Labels that were guessed wrong are looked up one by one; with more of them, all pieces are parsed again. */
const maxLookups = 20

/**
 * Joins the pieces of a text to the tree of a whole parse. Pieces were parsed with labels that look defined; those that mention one
 * about which the guess was wrong (it stands in code) are parsed again.
 */
export function joinPieces(
  text: string,
  lines: LineIndex,
  pieces: readonly Piece[],
  formulas: FormulaSurvey
): {readonly tree: Root; readonly labels: Labels} {
  const labels = collectLabels(pieces.map(({tree}) => tree))
  const wrong = differingLabels(guessLabels(text), labels)
  const trees = pieces.map((piece) => {
    const tree = isConcerned(text, piece, wrong) ? (parsePiece(text, piece, {formulas, labels}) ?? piece.tree) : piece.tree
    if (piece.start > 0) shift(tree, piece.start, lines.toPoint(piece.start).line - 1)
    return tree
  })
  const start = trees[0]?.position?.start
  const end = trees.at(-1)?.position?.end
  return {tree: {type: 'root', children: trees.flatMap(({children}) => children), ...(start && end && {position: {start, end}})}, labels}
}

function isConcerned(text: string, {start, end}: Piece, wrong: readonly string[]): boolean {
  return wrong.length > maxLookups || (wrong.length > 0 && wrong.some(mentions(text.slice(start, end))))
}

/** Moves places from a piece, which begins in the first column, to the file. */
function shift(node: Nodes, offset: number, lineCount: number): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.line += lineCount
    point.offset = (point.offset ?? 0) + offset
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, lineCount)
}
