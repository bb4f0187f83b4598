import type {Extraction} from '../../../src/extract/extract.ts'

/** Marks of lists, quotations, tables and emphasis: they stand between what is told and say nothing themselves. */
const separators = /^[\s>*+\-_#|:.)~`=\d[\]xX]*$/u

/** What of a text belongs to no card, no heading above cards and no left-over, run by run; separators and blank space are no text. */
export function untold(text: string, {candidates, headings, leftOver}: Extraction): string[] {
  const told = new Uint8Array(text.length)
  // The answers of a key stand outside of their cards.
  const answers = candidates.flatMap(({answer}) => answer.flatMap(({position}) => position ?? []))
  for (const {start, end} of [...candidates.map(({position}) => position), ...answers, ...headings])
    told.fill(1, start.offset ?? 0, end.offset ?? 0)
  for (const part of leftOver) if (part.start !== undefined) told.fill(1, part.start, part.end)
  const runs: string[] = []
  for (const {0: line, index} of text.matchAll(/[^\r\n]+/g)) {
    let run = ''
    for (let at = 0; at <= line.length; at++) {
      if (at < line.length && told[index + at] === 0) run += line[at]
      else {
        if (!separators.test(run)) runs.push(run)
        run = ''
      }
    }
  }
  return runs
}
