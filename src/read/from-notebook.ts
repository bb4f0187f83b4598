/** A notebook as Markdown, and the line on which each of its cells begins. */
export interface NotebookText {
  readonly text: string
  /** Line, from 1, of the first line of each cell's source; cells in the notebook's order, so entry 0 is cell 1. */
  readonly cellLines: readonly number[]
}

interface Cell {
  readonly type: string
  readonly source: string
}

/**
 * Reads a Jupyter notebook (nbformat 3 or 4): Markdown cells as they are, code cells as fenced code, outputs and raw cells left out.
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 * @returns undefined for JSON that is no notebook.
 */
export function fromNotebook(json: string): NotebookText | undefined {
  const notebook = parseObject(json)
  const cells = notebook && cellsOf(notebook)
  if (!notebook || !cells) return undefined
  const language = languageOf(notebook)
  const cellLines: number[] = []
  let text = ''
  let line = 1
  for (const {type, source} of cells) {
    const isCode = type === 'code' && source.trim() !== ''
    const fence = isCode ? fenceFor(source) : ''
    // The line of the source itself, below the opening fence.
    cellLines.push(line + (isCode ? 1 : 0))
    const block = isCode ? `${fence}${language}\n${source}\n${fence}\n\n` : type === 'code' || type === 'raw' ? '' : `${source}\n\n`
    text += block
    line += block.split('\n').length - 1
  }
  return {text, cellLines}
}

function cellsOf(notebook: Readonly<Record<string, unknown>>): readonly Cell[] | undefined {
  const {cells, worksheets} = notebook
  const lists = Array.isArray(cells) ? [cells] : Array.isArray(worksheets) ? worksheets.map((sheet) => asObject(sheet)?.cells) : undefined
  return lists?.flatMap((list) => (Array.isArray(list) ? list.flatMap(toCell) : []))
}

function toCell(value: unknown): Cell[] {
  const cell = asObject(value)
  if (!cell) return []
  const {source, input} = cell // nbformat 3 calls the source of a code cell its input.
  const lines = source ?? input
  const text = Array.isArray(lines) ? lines.map(String).join('') : typeof lines === 'string' ? lines : ''
  return [{type: String(cell.cell_type), source: text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')}]
}

function languageOf({metadata}: Readonly<Record<string, unknown>>): string {
  const name = asObject(asObject(metadata)?.language_info)?.name ?? asObject(asObject(metadata)?.kernelspec)?.language
  return typeof name === 'string' && /^[\w+#-]+$/.test(name) ? name : ''
}

/** Longer than any run of backticks inside. */
function fenceFor(source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([run]) => run.length))
  return '`'.repeat(longest + 1)
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(json))
  } catch {
    return undefined
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : undefined
}
