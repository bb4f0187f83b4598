import type {Point} from 'unist'

/** Finds line and column of an offset in a text. */
export interface LineIndex {
  toPoint(offset: number): Point & {offset: number}
}

/** Lines end at LF, CR LF or a lone CR, as in CommonMark. */
export function indexLines(text: string): LineIndex {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)]
  return {
    toPoint(offset) {
      let low = 0
      let high = starts.length
      while (high - low > 1) {
        const middle = (low + high) >>> 1
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle
      }
      return {line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset}
    }
  }
}
