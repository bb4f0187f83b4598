import type {VFile} from 'vfile'

/** Takes the messages off a file that stand on other lines; those without a line stay. Ranges are from first to last line, from 1. */
export function onlyLines(file: VFile, ranges: readonly (readonly [first: number, last: number])[]): void {
  file.messages = file.messages.filter(({line}) => line === undefined || ranges.some(([first, last]) => first <= line && line <= last))
}
