/** Text taken out of a file piece by piece, line starts (indents, quote marks) left behind, so that places can be told. */
export interface Excerpt {
  readonly text: string
  /** From `index` in the text on, characters stand at `offset` in the file. Ascending. */
  readonly runs: readonly {readonly index: number; readonly offset: number}[]
}

const lineEnd = /\r\n|\n|\r/g

/** Text of a node that begins at `offset`: each of its lines is the end of a line of the file. */
export function excerptAt(text: string, offset: number, source: string): Excerpt {
  const runs = [{index: 0, offset}]
  let lineStart = offset
  for (const end of text.matchAll(lineEnd)) {
    lineStart = nextLine(source, lineStart)
    const index = end.index + end[0].length
    runs.push({index, offset: lineStart + Math.max(0, lineLength(source, lineStart) - lineLength(text, index))})
  }
  return {text, runs}
}

/** Part of an excerpt, without the indent that its lines share. */
export function cutExcerpt(excerpt: Excerpt, start: number, end: number): Excerpt {
  const part = excerpt.text.slice(start, end)
  const indents = [...part.matchAll(/[\r\n]([ \t]*)[^\s]/g)].map((match) => match[1]?.length ?? 0)
  const shared = Math.min(...indents)
  const runs: {index: number; offset: number}[] = []
  let text = ''
  let at = 0
  for (const [line] of part.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const skipped = at === 0 ? indent : Math.min(indent, shared)
    if (line.length > skipped) runs.push({index: text.length, offset: sourceOffset(excerpt, start + at + skipped)})
    text += line.slice(skipped)
    at += line.length
  }
  return {text, runs}
}

/** Offset in the file of the character at an index of the excerpt. */
export function sourceOffset({runs}: Excerpt, index: number): number {
  let low = 0
  let high = runs.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((runs[middle]?.index ?? 0) <= index) low = middle
    else high = middle
  }
  const run = runs[low]
  return run ? run.offset + index - run.index : 0
}

function nextLine(text: string, start: number): number {
  const end = new RegExp(lineEnd)
  end.lastIndex = start
  return end.exec(text) ? end.lastIndex : text.length
}

function lineLength(text: string, start: number): number {
  const rest = /[\r\n]/g
  rest.lastIndex = start
  return (rest.exec(text)?.index ?? text.length) - start
}
