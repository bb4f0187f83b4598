import type {Extraction} from '../extract/extract.ts'
import type {LeftOver} from '../extract/recogniser.ts'
import {aligned} from '../report/aligned.ts'
import {countText} from '../report/count-text.ts'

/** Rows of one reason, and rows in all, that are listed one by one without `--all`. */
const most = {ofOneReason: 3, together: 12} as const

/**
 * How a file was read: the shapes with how sure each is, those that were not taken, and what made no card with the reason. A README of
 * 400 questions has as many links to the top: of one reason the first are told, then how many more there are.
 */
export function explainLines({readings, runnersUp, leftOver}: Extraction, {all}: {readonly all: boolean}): string[] {
  const shapes = [
    ...readings.map((reading) => ({...reading, verdict: 'read as'})),
    ...runnersUp.map((reading) => ({...reading, verdict: 'not read as'}))
  ].map(({verdict, shape, cards, confidence, coverage}) => [
    verdict,
    shape,
    countText(cards, 'card'),
    `${percent(confidence)} sure`,
    `${percent(coverage)} of the text`
  ])
  const brief = !all && leftOver.length > most.together
  const groups = [...Map.groupBy(leftOver, ({reason}) => reason.replace(/ to line \d+$/, '')).values()]
  const parts = brief ? groups.flatMap(briefly) : leftOver.map(toRow)
  return [
    ...aligned(shapes, {right: [2]}),
    ...(parts.length > 0 ? ['No card from these lines:'] : []),
    ...aligned(parts, {right: [0]}),
    ...(brief && groups.some(isLong) ? ['`--all` lists every one.'] : [])
  ]
}

function isLong(parts: readonly LeftOver[]): boolean {
  return parts.length > most.ofOneReason
}

function briefly(parts: readonly LeftOver[]): string[][] {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return []
  if (!isLong(parts)) return parts.map(toRow)
  return [
    [
      `${first.line}-${last.endLine}`,
      first.reason.replace(/ to line \d+$/, ''),
      `${first.text.slice(0, 60)}   and ${parts.length - 1} more`
    ]
  ]
}

function toRow({line, endLine, reason, text}: LeftOver): string[] {
  return [line === endLine ? `${line}` : `${line}-${endLine}`, reason, text]
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
