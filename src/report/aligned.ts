/** Rows as text with columns padded to the same width. Width counts code points: names are short and rarely double-width. */
export function aligned(rows: readonly (readonly string[])[], {right = []}: {right?: readonly number[]} = {}): string[] {
  const widths = new Map<number, number>()
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths.set(column, Math.max(widths.get(column) ?? 0, [...cell].length))
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths.get(column) ?? 0) - [...cell].length)
        return right.includes(column) ? gap + cell : cell + gap
      })
      .join('   ')
      .trimEnd()
  )
}
