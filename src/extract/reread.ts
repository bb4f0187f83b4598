import type {Code, Nodes, RootContent} from 'mdast'
import type {Point} from 'unist'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {parse} from '../parse/parse.ts'
import type {Survey} from './survey.ts'

/** The blocks that indented code would be without its indent, at their places in the source. */
export function reread({value, position}: Code, {lines, lineOffsets}: Pick<Survey, 'lines' | 'lineOffsets'>): RootContent[] {
  const tree = parse(new VFile(value))
  const own = value.split(/\r\n|\n|\r/)
  const first = position?.start.line ?? 1
  // Each line of code is the end of a line of the source.
  const move = (point: Point): Point => {
    const line = first + point.line - 1
    const column = point.column + (lines[line - 1]?.length ?? 0) - (own[point.line - 1]?.length ?? 0)
    return {line, column, offset: (lineOffsets[line - 1] ?? 0) + column - 1}
  }
  visit(tree, (node: Nodes) => {
    if (node.position) node.position = {start: move(node.position.start), end: move(node.position.end)}
  })
  return tree.children
}
