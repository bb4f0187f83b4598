import {objectOf, type PdfFile} from '../file/pdf-file.ts'
import {pdfText} from '../file/pdf-text.ts'
import {readOutline} from '../file/read-outline.ts'

/**
 * Gives the last bookmarks these titles, one each. Chromium's own run words together where a line wraps and say a heading
 * twice that begins a column.
 */
export function titleOutline(file: PdfFile, titles: readonly string[]): void {
  const items = readOutline(file).slice(-titles.length)
  if (titles.length === 0 || items.length !== titles.length) return
  for (const [index, {object}] of items.entries()) {
    const item = objectOf(file, object)
    item.body = item.body.replace(
      /^<<\/Title (?:\((?:[^\\()]|\\[\s\S])*\)|<[0-9A-Fa-f]*>)/,
      () => `<</Title ${pdfText(titles[index] ?? '')}`
    )
  }
}
