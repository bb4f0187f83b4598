import type {PdfFile} from '../file/pdf-file.ts'

/**
 * Renumbers the ids by which table cells name their headers. Chromium takes them from a counter that goes on from page to page and
 * runs ahead now and then, so that the same guide would not print to the same bytes. Their order stays: the tree of names is sorted.
 */
export function renumberIds(file: PdfFile): void {
  const objects = [...file.objects.values()].filter(({body}) => body.includes('(node'))
  const ids = new Set(objects.flatMap(({body}) => body.match(ID) ?? []))
  const numbers = new Map([...ids].sort().map((id, index) => [id, `(node${String(index + 1).padStart(8, '0')})`]))
  for (const object of objects) object.body = object.body.replace(ID, (id) => numbers.get(id) ?? id)
}

const ID = /\(node\d{8}\)/g
