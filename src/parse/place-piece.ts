import type {Nodes, Root} from 'mdast'
import type {Point} from 'unist'

/**
 * Moves the tree of a piece, which begins in the first column, to its place in the file, and makes it small, in place: the same place is
 * the same object (a node ends where the next begins or its parent ends, and points are a third of the memory of a tree), and lists of
 * children have no room for more, which V8 makes for sixteen. Both while the tree is young: what the collector copies costs time.
 */
export function placePiece(tree: Root, pieceOffset: number, lineCount: number): void {
  const moved = new Map<number, Point>()
  place(tree)

  function place(node: Nodes): void {
    if (node.position) {
      node.position.start = move(node.position.start)
      node.position.end = move(node.position.end)
    }
    if (!('children' in node)) return
    node.children = node.children.slice() as typeof node.children
    for (const child of node.children) place(child)
  }

  function move({line, column, offset = 0}: Point): Point {
    const known = moved.get(offset)
    if (known?.line === line + lineCount && known.column === column) return known
    const point = {line: line + lineCount, column, offset: offset + pieceOffset}
    moved.set(offset, point)
    return point
  }
}
