import type {Selection} from './selection.ts'

/** First and last number, both included; Infinity for "to the end". */
export type NumberRange = readonly [from: number, to: number]

/** `10-40`, `17`, `30-`, and several with commas between; undefined for anything else. */
export function readRanges(text: string): readonly NumberRange[] | undefined {
  const ranges = text.split(',').map((part): NumberRange | undefined => {
    const [, from, dash, to] = /^\s*(\d{1,6})\s*(?:([-–])\s*(\d{1,6})?)?\s*$/.exec(part) ?? []
    if (from === undefined) return undefined
    const range: NumberRange = [Number(from), dash === undefined ? Number(from) : Number(to ?? Number.POSITIVE_INFINITY)]
    return range[0] >= 1 && range[1] >= range[0] ? range : undefined
  })
  return ranges.every((range) => range !== undefined) ? ranges : undefined
}

/** Cards by the numbers that all outputs show. */
export function byRange(ranges: readonly NumberRange[]): Selection {
  const texts = ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${Number.isFinite(to) ? to : ''}`))
  return {
    name: texts.map((text) => (text.endsWith('-') ? `${text}end` : text)).join('_'),
    choose: ({cards}) => cards.filter(({number}) => ranges.some(([from, to]) => from <= number && number <= to)),
    missed: (guides) => {
      const numbers = guides.flatMap(({cards}) => cards.map(({number}) => number)).sort((a, b) => a - b)
      return `No question has a number in ${texts.join(', ')}; they go from ${numbers[0]} to ${numbers.at(-1)}.`
    }
  }
}
