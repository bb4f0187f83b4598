import type {Card} from '../../guide/card.ts'
import type {HtmlOptions} from '../html/html-options.ts'
import {toField} from './to-field.ts'

type Choices = Pick<Card, 'question' | 'options'>

/** The options of multiple choice in the order of the source; `type="A"` gives the letters where no style sheet does. */
export function optionsField({options, question}: Choices, html: HtmlOptions): string {
  return list(options.map(({content}) => `<li>${toField(content, html, question)}</li>`))
}

/** The same with the right ones marked by a check mark and a class. */
export function markedOptionsField({options, question}: Choices, html: HtmlOptions): string {
  return list(
    options.map(({content, right}) =>
      right
        ? `<li class="right"><span class="check">✓</span> ${toField(content, html, question)}</li>`
        : `<li class="wrong">${toField(content, html, question)}</li>`
    )
  )
}

function list(items: readonly string[]): string {
  return `<ol class="options" type="A">\n${items.join('\n')}\n</ol>`
}
