import type {Guide} from '../../guide/guide.ts'
import type {Renderer} from '../renderer.ts'
import {toRow} from './to-row.ts'

const columns = ['label', 'question', 'answer', 'section', 'tags', 'kind', 'id'] as const

/** RFC 4180 with a header row, for spreadsheets: plain text, CRLF line ends, UTF-8 without a mark. Multiple choice adds columns at the end. */
export const spreadsheet: Renderer = {
  id: 'csv',
  async render(guide) {
    const {stringify} = await import('csv-stringify/sync')
    const all = [...columns, ...optionColumns(guide)]
    const text = stringify(
      guide.cards.map((card) => toRow(card, guide)),
      // With CRLF between records csv-stringify takes a bare line feed in a cell for plain text.
      {header: true, columns: all, record_delimiter: 'windows', escape_formulas: true, quoted_match: /\n/}
    )
    return [{extension: '.csv', bytes: new TextEncoder().encode(text), count: guide.cards.length, unit: 'row', remarks: []}]
  }
}

function optionColumns({cards}: Guide): string[] {
  const most = cards.reduce((count, {options}) => Math.max(count, options.length), 0)
  return most === 0 ? [] : ['right', ...Array.from({length: most}, (_, index) => `option ${index + 1}`)]
}
