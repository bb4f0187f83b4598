import type {BuiltFile} from '../pipeline/render-formats.ts'
import type {PrintFinding, PrintReport} from '../render/renderer.ts'
import {aligned} from '../report/aligned.ts'
import {countText} from '../report/count-text.ts'

/** Remarks of a file for its line of the summary; of a PDF also what it takes: room on the disk, paper, type. */
export function fileRemarks({print, bytes, remarks}: BuiltFile): readonly string[] {
  if (!print) return remarks
  const {sheets, copies, sizePt} = print
  const [paper, ...more] = remarks
  const type = more.some((remark) => / pt\b/.test(remark)) ? [] : [`${sizePt} pt`] // `--fit` has told it.
  const sheetText =
    sheets === 0 ? `${paper}, for the backs` : `${countText(sheets * copies, 'sheet')} ${paper}${copies > 1 ? ` for ${copies} copies` : ''}`
  return [sizeText(bytes), sheetText, ...type, ...more]
}

/** One line for each kind of thing that paper changed: the worst case, and how often. `--all` lists them with their files, as warnings are. */
export function printLines(files: readonly BuiltFile[]): readonly string[] {
  const found = files.flatMap(({path, print}) => (print?.findings ?? []).map((finding) => ({path, finding})))
  const kinds = Map.groupBy(
    found.filter(({finding}) => finding.severity === 'info'),
    ({finding}) => finding.ruleId
  )
  const rows = [...kinds].flatMap(([ruleId, own]) => {
    const distinct = new Map(own.map(({finding}) => [`${finding.layout} ${placeOf(finding)} ${finding.actual}`, finding]))
    const [worst, ...more] = [...distinct.values()].toSorted((a, b) => b.weight - a.weight)
    if (!worst) return []
    const count = more.reduce((sum, finding) => sum + finding.count, worst.count)
    const prints = new Set(own.map(({path}) => path)).size
    const rest = count > 1 ? ` (1 of ${count}${prints > 1 ? ` in ${prints} PDFs` : ''})` : ''
    return [[ruleId, placeOf(worst), textOf(worst) + rest]]
  })
  return aligned(rows)
}

/** For programs: all of it. */
export function printJson({sheets, copies, sizePt, smallestPt, findings}: PrintReport): object {
  const counts = Map.groupBy(findings, ({ruleId}) => ruleId)
  return {
    sheets,
    copies,
    sizePt,
    smallestPt,
    counts: Object.fromEntries([...counts].map(([ruleId, own]) => [ruleId, own.reduce((sum, {count}) => sum + count, 0)])),
    findings: findings.map(({ruleId, severity, card, place, actual, expected, count}) => ({
      ruleId,
      severity,
      path: card?.path,
      line: lineOf(place),
      card: card?.label,
      actual,
      expected,
      count
    }))
  }
}

function textOf({layout, actual}: PrintFinding): string {
  return layout === undefined ? actual : `${actual} in the ${layout}`
}

function placeOf({card, place}: PrintFinding): string {
  return card ? [card.path, lineOf(place)].filter(Boolean).join(':') : ''
}

function lineOf(place: PrintFinding['place']): number | undefined {
  return place && ('start' in place ? place.start.line : place.line)
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
