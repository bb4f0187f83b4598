import type {TemplateSettings} from '../../../template/template.ts'
import type {PageSize} from '../../renderer.ts'
import {measurePage, type PageWishes} from '../page/measure-page.ts'

/** Shorter lines break at every other word. */
const FEWEST_CHARACTERS = 38
const MOST_COLUMNS = 4

/** As many columns as a page has room for with lines that can be read. */
export function columnsFor(size: PageSize, settings: TemplateSettings, wishes: PageWishes): number {
  for (let columns = MOST_COLUMNS; columns > 1; columns--)
    if (measurePage(size, settings, {...wishes, columns}).proseColumns >= FEWEST_CHARACTERS) return columns
  return 1
}
