/** One record of a text table. */
export interface SeparatedRow {
  readonly cells: readonly string[]
  /** Offsets of its first character and behind its last, line end not included. */
  readonly start: number
  readonly end: number
}

/**
 * Reads records from an offset on. Fields may be quoted and then hold separators, line ends and doubled quotes (RFC 4180).
 * Records without text are left out.
 *
 * @param separator - One character.
 */
export function readSeparatedRows(source: string, separator: string, from = 0): SeparatedRow[] {
  const rows: SeparatedRow[] = []
  let [start, cell, quoted] = [from, '', false]
  let cells: string[] = []
  const endRow = (end: number) => {
    cells.push(cell)
    if (cells.some((text) => text.trim() !== '')) rows.push({cells, start, end})
    ;[cells, cell] = [[], '']
  }
  for (let at = from; at < source.length; at++) {
    const char = source[at] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (source[at + 1] === '"') cell += source[at++]
      else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === separator) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') {
      endRow(at)
      start = at + 1
    } else if (char !== '\r') cell += char
  }
  if (cell !== '' || cells.length > 0) endRow(source.length)
  return rows
}
