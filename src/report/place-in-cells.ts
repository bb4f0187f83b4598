import type {VFile} from 'vfile'

declare module 'vfile' {
  interface DataMap {
    /** For a notebook read as Markdown: the line on which each cell begins. */
    cellLines: readonly number[]
  }
}

/** Turns the places of a notebook's messages from lines of its Markdown into what its author sees: cell number, then line in the cell. */
export function placeInCells(file: VFile): void {
  const {cellLines} = file.data
  if (!cellLines) return
  for (const message of file.messages) {
    const {line} = message
    if (line === undefined) continue
    const cell = cellLines.findLastIndex((first) => first <= line)
    const point = {line: Math.max(cell, 0) + 1, column: line - (cellLines[cell] ?? 1) + 1}
    message.line = point.line
    message.column = point.column
    message.place = point
    message.name = `${file.path}:cell ${point.line}:line ${point.column}`
  }
}
