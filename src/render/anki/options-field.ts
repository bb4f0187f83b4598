import type {Option} from '../../guide/candidate.ts'
import type {HtmlOptions} from '../html/html-options.ts'
import {toField} from './to-field.ts'

/** The options of multiple choice in the order of the source; `type="A"` gives the letters where no style sheet does. */
export function optionsField(options: readonly Option[], html: HtmlOptions): string {
  return list(options.map(({content}) => `<li>${toField(content, html)}</li>`))
}

/** The same with the right ones marked by a check mark and a class. */
export function markedOptionsField(options: readonly Option[], html: HtmlOptions): string {
  return list(
    options.map(({content, right}) =>
      right
        ? `<li class="right"><span class="check">✓</span> ${toField(content, html)}</li>`
        : `<li class="wrong">${toField(content, html)}</li>`
    )
  )
}

function list(items: readonly string[]): string {
  return `<ol class="options" type="A">\n${items.join('\n')}\n</ol>`
}
