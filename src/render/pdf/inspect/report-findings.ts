import {addProblem} from '../../../report/problem.ts'
import type {PrintFinding, RenderContext} from '../../renderer.ts'

/** What to do about it. */
const NOTES: Readonly<Record<string, string>> = {
  overflow: 'What leaves its room may be cut off. It comes from a style sheet, or from something that cannot break: look at the page.',
  'low-contrast': 'A grey copy of it is hard to read. Set it darker, or what is behind it lighter.',
  'undrawn-character': 'A box stands in its place. Install a font that has it.',
  'broken-image': 'The file is damaged: export it again.'
}

/** Puts what prints found on the files of its cards, the worst of a kind first; what several versions of a layout share, once. */
export function reportFindings(findings: readonly PrintFinding[], {file, fileOf}: Pick<RenderContext, 'file' | 'fileOf'>): void {
  const told = new Set<string>()
  for (const finding of findings.toSorted((a, b) => b.weight - a.weight)) {
    const {ruleId, severity, card, place, layout, actual, expected, isToldElsewhere} = finding
    const line = place && ('start' in place ? place.start.line : place.line)
    const key = JSON.stringify([ruleId, layout, card?.path, line, actual])
    if (isToldElsewhere || told.has(key)) continue
    told.add(key)
    addProblem((card && fileOf?.(card)) ?? file, {
      severity,
      ruleId,
      reason: `Unexpected ${actual}${layout === undefined ? '' : ` in the ${layout}`}, expected ${expected}`,
      place,
      note: NOTES[ruleId]
    })
  }
}
