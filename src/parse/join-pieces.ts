import type {Root} from 'mdast'
import {collectLabels, differingLabels, type Labels, mentions} from './labels.ts'
import {type Outlook, type Piece, pieceParser} from './parse-stretch.ts'

/** Labels that were guessed wrong are looked up one by one; with more of them, all pieces are parsed again. */
const maxLookups = 20

/**
 * Joins the pieces of a text to the tree of a whole parse. Pieces were parsed with labels that look defined; those that mention one
 * about which the guess was wrong (it stands in code) are parsed again.
 */
export function joinPieces(
  text: string,
  pieces: readonly Piece[],
  {lines, formulas, labels: guessed}: Outlook
): {readonly tree: Root; readonly labels: Labels} {
  const labels = collectLabels(text, pieces)
  const wrong = differingLabels(guessed, labels)
  const parsePiece = pieceParser(text, {lines, formulas, labels})
  const trees = pieces.map((piece) => (isConcerned(text, piece, wrong) ? (parsePiece(piece) ?? piece.tree) : piece.tree))
  const start = trees[0]?.position?.start
  const end = trees.at(-1)?.position?.end
  return {tree: {type: 'root', children: trees.flatMap(({children}) => children), ...(start && end && {position: {start, end}})}, labels}
}

function isConcerned(text: string, {start, end}: Piece, wrong: readonly string[]): boolean {
  return wrong.length > maxLookups || (wrong.length > 0 && wrong.some(mentions(text.slice(start, end))))
}
