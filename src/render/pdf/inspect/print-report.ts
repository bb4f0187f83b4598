import type {Guide} from '../../../guide/guide.ts'
import type {PrintReport, RenderOptions} from '../../renderer.ts'
import type {Layout} from '../layouts.ts'
import {headingsIn, type PreparedLayout} from '../prepare-layout.ts'
import type {Pass} from '../print-passes.ts'
import {findContinuedCards, findSplits} from './find-splits.ts'
import type {PageFacts} from './page-facts.ts'
import {printFindings} from './print-findings.ts'

/** What a print takes and what its author should look at; of many copies the first speaks for all. @param guide - Of the first.
 * @param pass - Also what running heads say of themselves, where they are not ours. */
export function printReport(
  layout: Layout,
  guide: Guide,
  prepared: PreparedLayout,
  {outline, headingPages, numbers, facts, around}: Pass & {readonly around?: PageFacts | undefined},
  {copies = 1}: RenderOptions
): Omit<PrintReport, 'sheets'> {
  const {measure, questions, settings} = prepared
  if (!facts || layout.plain) return {copies, sizePt: settings.sizePt, smallestPt: settings.sizePt, findings: []}
  const headings = headingsIn(prepared)
  const isCards = layout.cards === true
  const splits = isCards
    ? findContinuedCards(headings, headingPages, numbers.length)
    : findSplits(headings, outline.slice(-headings.length), numbers.length, measure)
  const known = new Set(questions.anchors)
  const findings = printFindings({
    layout: layout.name,
    isCards,
    guide,
    measure,
    questions,
    facts: {...facts, contrasts: [...facts.contrasts, ...(around?.contrasts ?? [])]},
    splits: splits.filter(({anchor}) => known.has(anchor))
  })
  const sizes = Object.entries(facts.sizes).map(([size, characters]) => ({size: Number(size), characters}))
  return {
    copies,
    sizePt: sizes.toSorted((a, b) => b.characters - a.characters)[0]?.size ?? settings.sizePt,
    smallestPt: Math.min(settings.sizePt, facts.smallestPt),
    findings
  }
}
