import type {Guide} from '../../guide/guide.ts'
import {countText} from '../../report/count-text.ts'
import type {Output, RenderContext, Renderer} from '../renderer.ts'
import {editionsOf} from './editions/editions-of.ts'
import {paperText} from './page/paper-size.ts'
import {printLayout} from './print-layout.ts'
import {userLayouts} from './user-layouts.ts'

/** Paper: one tagged PDF (PDF/UA-1) for each layout asked for. */
export const pdf: Renderer = {
  id: 'pdf',
  async render(guide: Guide, context: RenderContext): Promise<readonly Output[]> {
    const outputs: Output[] = []
    // One after the other: they share one page of one browser, and problems come in order.
    for (const layout of userLayouts(context.options.templates).filter(({name}) => context.options.layouts.includes(name))) {
      if (layout.changes && !guide.cards.some(({change}) => change)) continue
      for (const {handouts, suffix} of editionsOf(layout, guide, context.options)) {
        const {bytes, pages, shortened, attached, remarks} = await printLayout(layout, handouts, context)
        outputs.push({
          extension: `.${layout.name}${suffix === undefined ? '' : `.${suffix}`}.pdf`,
          bytes,
          count: pages,
          unit: 'page',
          remarks: [
            paperText(context.options.paper),
            ...remarks,
            ...(handouts.length > 1 ? [countText(handouts.length, 'name')] : []),
            ...(shortened > 0 ? [`${countText(shortened, 'answer')} shortened`] : []),
            ...(attached > 0 ? [`${countText(attached, 'file')} inside`] : [])
          ]
        })
      }
    }
    return outputs
  }
}
