import {addObject, objectOf, type PdfFile} from '../file/pdf-file.ts'

/** Structure types of PDF 1.7 (14.8.4); others need a standard one to stand for. */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD ' +
    'THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' ')
)

/**
 * Makes Chromium's structure tree keep to PDF/UA-1: what a list item holds besides its label goes into one body (7.2-20),
 * and types that PDF 1.7 does not know get one that it knows (7.1-5).
 */
export function mendStructure(file: PdfFile): void {
  const unknown = new Set<string>()
  let tree: {body: string} | undefined
  for (const [number, object] of [...file.objects]) {
    if (object.body.startsWith('<</Type /StructTreeRoot')) tree = object
    const type = structureType(object.body)
    if (type === undefined) continue
    if (!STANDARD.has(type)) unknown.add(type)
    if (type === 'LI') wrapListItem(file, number)
  }
  if (!tree || unknown.size === 0) return
  const roles = [...unknown].sort().map((type) => `/${type} /Span`)
  tree.body = tree.body.replace('<</Type /StructTreeRoot', `<</Type /StructTreeRoot\n/RoleMap <<${roles.join(' ')}>>`)
}

function structureType(body: string): string | undefined {
  return body.startsWith('<</Type /StructElem') ? /^\/S \/(\w+)/m.exec(body)?.[1] : undefined
}

function wrapListItem(file: PdfFile, number: number): void {
  const item = objectOf(file, number)
  const [entry, list] = /\n\/K (\[[\s\S]*?\](?=\n\/|>>$)|[^\n]*?(?=\n\/|>>$))/.exec(item.body) ?? []
  if (!entry || !list) return
  const kids = list.replace(/^\[|\]$/g, '').match(/<<[\s\S]*?>>|\d+ 0 R|\d+/g) ?? []
  const elements = kids.map((kid) => ({kid, element: /^(\d+) 0 R$/.exec(kid)?.[1]}))
  const isPart = ({element}: {element: string | undefined}) =>
    element !== undefined && ['Lbl', 'LBody'].includes(structureType(objectOf(file, Number(element)).body) ?? '')
  const loose = elements.filter((kid) => !isPart(kid))
  if (loose.length === 0) return
  // Marked content right in the item says its page in the item itself; the body that takes it over needs that too.
  const page = /\n\/Pg \d+ 0 R/.exec(item.body)?.[0] ?? ''
  const body = addObject(file, {
    body: `<</Type /StructElem\n/S /LBody\n/P ${number} 0 R${page}\n/K [${loose.map(({kid}) => kid).join(' ')}]>>`
  })
  for (const {element} of loose) {
    if (element === undefined) continue
    const moved = objectOf(file, Number(element))
    moved.body = moved.body.replace(/\n\/P \d+ 0 R/, `\n/P ${body} 0 R`)
  }
  const kept = elements.filter(isPart).map(({kid}) => kid)
  item.body = item.body.replace(entry, () => `\n/K [${[...kept, `${body} 0 R`].join(' ')}]`)
}
