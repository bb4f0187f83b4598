import type {PageNumbers} from './page-data.ts'
import type {Words} from './words.ts'

/** What the writer of cards leaves behind a link within the document; text has no bare `<`. */
const PLACE = /<span class="page-of" data-to="([\w-]+)"><\/span>/g

/** Whether pages must be known before the document can be printed for good. */
export function hasReferences(html: string): boolean {
  return html.search(PLACE) !== -1
}

/** Puts the page behind each link within the document: "(page 12)". */
export function fillReferences(html: string, numbers: PageNumbers, {page}: Words): string {
  return html.replace(PLACE, (_, anchor: string) => ` <span class="page-of">(${page}\u00a0${numbers[anchor] ?? 0})</span>`)
}

/** On cards there are no pages: the number of the question stands there. */
export function numberReferences(html: string): string {
  return html.replace(PLACE, (_, anchor: string) => ` <span class="page-of">(${anchor.replace(/\D+/g, '')})</span>`)
}

/** Several handouts in one document count their pages each on its own: links stand without numbers. */
export function dropReferences(html: string): string {
  return html.replace(PLACE, '')
}
