import {objectOf, type PdfFile} from '../file/pdf-file.ts'
import {pdfText} from '../file/pdf-text.ts'
import {setEntry} from '../file/set-entry.ts'

/**
 * Says what viewers call the pages: the number printed on them, or a text each.
 *
 * @param labels - Of the pages, the first one's first; numbers from 1 where there are none.
 * @see ISO 32000-1, 12.4.2
 */
export function setPageLabels(file: PdfFile, labels: readonly (string | undefined)[]): void {
  const ranges = labels.some((label) => label !== undefined)
    ? labels.map((label, index) => `${index} <</P ${pdfText(label ?? String(index + 1))}>>`)
    : ['0 <</S /D>>']
  const catalog = objectOf(file, file.root)
  catalog.body = setEntry(catalog.body, 'PageLabels', `<</Nums [${ranges.join(' ')}]>>`)
}
