import type {Nodes, Root} from 'mdast'
import type {Point} from 'unist'
import {collectLabels, differingLabels, type Labels, mentions} from './labels.ts'
import type {LineIndex} from './line-index.ts'
import {type Outlook, type Piece, parsePiece} from './parse-stretch.ts'

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
  {formulas, labels: guessed}: Outlook
): {readonly tree: Root; readonly labels: Labels} {
  const labels = collectLabels(pieces.map(({tree}) => tree))
  const wrong = differingLabels(guessed, labels)
  const trees = pieces.map((piece) => {
    const tree = isConcerned(text, piece, wrong) ? (parsePiece(text, piece, {formulas, labels}) ?? piece.tree) : piece.tree
    place(tree, mover(piece.start, lines.toPoint(piece.start).line - 1))
    return tree
  })
  const start = trees[0]?.position?.start
  const end = trees.at(-1)?.position?.end
  return {tree: {type: 'root', children: trees.flatMap(({children}) => children), ...(start && end && {position: {start, end}})}, labels}
}

function isConcerned(text: string, {start, end}: Piece, wrong: readonly string[]): boolean {
  return wrong.length > maxLookups || (wrong.length > 0 && wrong.some(mentions(text.slice(start, end))))
}

/**
 * Moves points from a piece, which begins in the first column, to the file. The same place is the same object: a node ends where the
 * next begins or its parent ends, and points are a third of the memory of a tree.
 */
function mover(pieceOffset: number, lineCount: number): (point: Point) => Point {
  const moved = new Map<number, Point>()
  return ({line, column, offset = 0}) => {
    const known = moved.get(offset)
    if (known?.line === line + lineCount && known.column === column) return known
    const point = {line: line + lineCount, column, offset: offset + pieceOffset}
    moved.set(offset, point)
    return point
  }
}

function place(node: Nodes, move: (point: Point) => Point): void {
  if (node.position) {
    node.position.start = move(node.position.start)
    node.position.end = move(node.position.end)
  }
  if ('children' in node) for (const child of node.children) place(child, move)
}
