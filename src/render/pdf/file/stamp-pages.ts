import {addObject, objectOf, type PdfFile} from './pdf-file.ts'
import {readPages} from './read-pages.ts'

/**
 * Lays each page of `overlay` over the page of the same number, in place, as an artifact that readers aloud pass over.
 * Chromium's own margin boxes come out neither tagged nor marked as artifacts (PDF/UA-1, 7.1-3) and cannot name the section.
 */
export function stampPages(file: PdfFile, overlay: PdfFile): void {
  const offset = file.objects.size
  for (const [number, {body, stream}] of overlay.objects) {
    // The overlay's own dates: nothing refers to them, and they would be of now.
    const moved = number === overlay.info ? 'null' : body.replace(/(\d+) 0 R\b/g, (_, target) => `${Number(target) + offset} 0 R`)
    addObject(file, {body: moved, ...(stream && {stream})})
  }
  const opening = addContent(file, 'q\n')
  const stamps = readPages(overlay).map((number) => number + offset)
  for (const [index, page] of readPages(file).entries()) {
    const stamp = stamps[index]
    if (stamp === undefined) break
    const form = toForm(file, stamp)
    // Named by its number, so that pages can be merged onto one sheet.
    const closing = addContent(file, `Q\n/Artifact <</Type /Pagination>> BDC\nq /Stamp${form} Do Q\nEMC\n`)
    const target = objectOf(file, page)
    const entry = `/Stamp${form} ${form} 0 R`
    target.body = target.body
      .replace(/\/Contents (\d+ 0 R)/, `/Contents [${opening} 0 R $1 ${closing} 0 R]`)
      .replace(/\/Resources <<(?![\s\S]*\/XObject <<)/, `/Resources <</XObject <<>>\n`)
      .replace('/XObject <<', `/XObject <<${entry}\n`)
  }
}

/** A page as a form that other pages can draw. */
function toForm(file: PdfFile, page: number): number {
  const {body} = objectOf(file, page)
  const resources = /\/Resources (<<[\s\S]*?>>)\n\/MediaBox/.exec(body)?.[1] ?? '<<>>'
  const box = /\/MediaBox (\[[^\]]*\])/.exec(body)?.[1] ?? '[0 0 0 0]'
  const content = objectOf(file, Number(/\/Contents (\d+) 0 R/.exec(body)?.[1]))
  const keys = `/Type /XObject /Subtype /Form /BBox ${box}\n/Resources ${resources}\n`
  return addObject(file, {body: content.body.replace('<<', () => `<<${keys}`), ...(content.stream && {stream: content.stream})})
}

function addContent(file: PdfFile, operators: string): number {
  const stream = Buffer.from(operators, 'latin1')
  return addObject(file, {body: `<</Length ${stream.length}>>`, stream})
}
