import type {Guide} from '../../guide/guide.ts'
import {countText} from '../../report/count-text.ts'
import type {Output, PrintFinding, RenderContext, Renderer} from '../renderer.ts'
import {editionsOf} from './editions/editions-of.ts'
import {reportFindings} from './inspect/report-findings.ts'
import {paperText} from './page/paper-size.ts'
import {printLayout} from './print-layout.ts'
import {userLayouts} from './user-layouts.ts'

/** Paper: one tagged PDF (PDF/UA-1) for each layout asked for. */
export const pdf: Renderer = {
  id: 'pdf',
  async render(guide: Guide, context: RenderContext): Promise<readonly Output[]> {
    const outputs: Output[] = []
    const findings: PrintFinding[] = []
    // One after the other, so that problems come in order.
    for (const layout of userLayouts(context.options.templates).filter(({name}) => context.options.layouts.includes(name))) {
      if (layout.changes && !guide.cards.some(({change}) => change)) continue
      for (const {handouts, suffix} of editionsOf(layout, guide, context.options)) {
        const {files, shortened, attached, remarks: own} = await printLayout(layout, handouts, context)
        const remarks = [
          paperText(context.options.paper),
          ...own,
          ...(handouts.length > 1 ? [countText(handouts.length, 'name')] : []),
          ...(shortened > 0 ? [`${countText(shortened, 'answer')} shortened`] : []),
          ...(attached > 0 ? [`${countText(attached, 'file')} inside`] : [])
        ]
        findings.push(...(files[0]?.print.findings ?? []))
        for (const {side, bytes, pages, print} of files) {
          const order = side === '-backs' ? [context.options.tray === 'face-up' ? 'last sheet first' : 'first sheet first'] : []
          const extension = `.${layout.name}${suffix === undefined ? '' : `.${suffix}`}${side}.pdf`
          outputs.push({extension, bytes, count: pages, unit: 'page', remarks: [...remarks, ...order], print})
        }
      }
    }
    reportFindings(findings, context)
    return outputs
  }
}
