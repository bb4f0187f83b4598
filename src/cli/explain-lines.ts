import type {Extraction} from '../extract/extract.ts'
import {aligned} from '../report/aligned.ts'
import {countText} from '../report/count-text.ts'

/** How a file was read: the shapes with how sure each is, those that were not taken, and every line that made no card with the reason. */
export function explainLines({readings, runnersUp, leftOver}: Extraction): string[] {
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
  const parts = leftOver.map(({line, endLine, reason, text}) => [line === endLine ? `${line}` : `${line}-${endLine}`, reason, text])
  return [...aligned(shapes, {right: [2]}), ...(parts.length > 0 ? ['No card from these lines:'] : []), ...aligned(parts, {right: [0]})]
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
