import {objectOf, type PdfFile} from '../file/pdf-file.ts'
import {pdfText} from '../file/pdf-text.ts'
import {type OutlineItem, readOutline} from '../file/read-outline.ts'

const TITLE = /^<<\/Title (?:\((?:[^\\()]|\\[\s\S])*\)|<([0-9A-Fa-f]*)>)/

/**
 * Gives the last bookmarks these titles, one each. Chromium's own run words together where a line wraps and say a heading
 * twice that begins a column.
 *
 * @param whole - Title of the document: of a right-to-left one, Chromium has the words in the order in which they lie.
 */
export function titleOutline(file: PdfFile, titles: readonly string[], whole?: string): void {
  const items = readOutline(file)
  const [first] = items
  const read = /^feff/i.test(titleOf(file, first)) ? Buffer.from(titleOf(file, first).slice(4), 'hex').swap16().toString('utf16le') : ''
  if (first && whole !== undefined && sortedWords(read) === sortedWords(whole)) setTitle(file, first, whole)
  const last = items.slice(-titles.length)
  if (titles.length === 0 || last.length !== titles.length) return
  for (const [index, item] of last.entries()) setTitle(file, item, titles[index] ?? '')
}

/** Hexadecimal; empty where it is ASCII. */
function titleOf(file: PdfFile, item: OutlineItem | undefined): string {
  return (item && TITLE.exec(objectOf(file, item.object).body)?.[1]) ?? ''
}

function setTitle(file: PdfFile, {object}: OutlineItem, title: string): void {
  const item = objectOf(file, object)
  item.body = item.body.replace(TITLE, () => `<</Title ${pdfText(title)}`)
}

function sortedWords(text: string): string {
  return text.split(/\s+/).sort().join(' ')
}
