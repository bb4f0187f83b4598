import type {Nodes} from 'mdast'
import type {Point, Position} from 'unist'
import type {Survey} from './survey.ts'

/**
 * Place of whole lines of a node, counted from its first.
 *
 * @param next First line that does not belong to it; without it all lines to the end of the node do.
 */
export function placeOfLines(
  {position}: Nodes,
  from: number,
  next: number | undefined,
  {lines, lineOffsets}: Pick<Survey, 'lines' | 'lineOffsets'>
): Position | undefined {
  if (!position) return undefined
  // A break of HTML makes a line of its text that the source does not have.
  const first = Math.min(position.end.line, position.start.line + from)
  const last = next === undefined ? position.end.line : Math.max(first, Math.min(position.end.line, position.start.line + next - 1))
  const text = lines[last - 1] ?? ''
  const start: Point = from === 0 ? position.start : {line: first, column: 1, offset: lineOffsets[first - 1] ?? 0}
  const end: Point =
    last >= position.end.line ? position.end : {line: last, column: text.length + 1, offset: (lineOffsets[last - 1] ?? 0) + text.length}
  return {start, end}
}
