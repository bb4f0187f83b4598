import {expect, test} from 'vitest'
import {addObject, objectOf, type PdfFile} from '../../../../src/render/pdf/file/pdf-file.ts'
import {pdfDate, pdfText} from '../../../../src/render/pdf/file/pdf-text.ts'
import {readDestinations} from '../../../../src/render/pdf/file/read-destinations.ts'
import {readOutline} from '../../../../src/render/pdf/file/read-outline.ts'
import {readPages} from '../../../../src/render/pdf/file/read-pages.ts'
import {readPdf} from '../../../../src/render/pdf/file/read-pdf.ts'
import {setEntry} from '../../../../src/render/pdf/file/set-entry.ts'
import {stampPages} from '../../../../src/render/pdf/file/stamp-pages.ts'
import {writePdf} from '../../../../src/render/pdf/file/write-pdf.ts'

/** A file in the manner of Chromium: these bodies as objects 1, 2, ..., the first the information, the last the catalog. */
function chromiumFile(bodies: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = bodies.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const rows = ['0000000000 65535 f \n', ...offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)]
  const trailer = `trailer\n<</Size ${bodies.length + 1}\n/Root ${bodies.length} 0 R\n/Info 1 0 R>>\n`
  return Buffer.from(`${text}xref\n0 ${bodies.length + 1}\n${rows.join('')}${trailer}startxref\n${text.length}\n%%EOF\n`, 'latin1')
}

function fileOf(bodies: readonly string[]): PdfFile {
  return readPdf(chromiumFile(bodies))
}

const twoPages = [
  '<</Title (t)>>',
  '<</Length 5>> stream\nfirst\nendstream',
  '<</Type /Page\n/Resources <</ProcSet [/PDF]>>\n/MediaBox [0 0 10 20]\n/Contents 2 0 R\n/Parent 6 0 R>>',
  '<</Length 6>> stream\nsecond\nendstream',
  '<</Type /Page\n/Resources <</XObject <</X1 9 0 R>>>>\n/MediaBox [0 0 10 20]\n/Contents 4 0 R\n/Parent 6 0 R>>',
  '<</Type /Pages\n/Count 2\n/Kids [3 0 R 5 0 R]>>',
  '<</card-2 [5 0 R /XYZ 3 17.5 0]\n/card-1 [3 0 R /XYZ 0 20 0]>>',
  '<</Type /Catalog\n/Pages 6 0 R\n/Dests 7 0 R>>'
]

test('readPdf() takes a file apart, a title with the word endobj and a stream with bytes of its own included', () => {
  const file = fileOf(['<</Title (what is endobj?)>>', '<</Length 17>> stream\nendobj\nendstream\nendstream', '<</Type /Catalog>>'])
  expect(objectOf(file, 1).body).toBe('<</Title (what is endobj?)>>')
  expect(Buffer.from(objectOf(file, 2).stream ?? []).toString()).toBe('endobj\nendstream\n')
  expect([file.root, file.info, file.objects.size]).toEqual([3, 1, 3])
})

test('readPdf() refuses what another program wrote', () => {
  expect(() => readPdf(Buffer.from('%PDF-1.5\nstartxref\n5\n%%EOF\n'))).toThrow(
    new SyntaxError('Expected a PDF file with one cross-reference table')
  )
})

test('writePdf() gives the same bytes for the same parts', async () => {
  const bytes = await writePdf(fileOf(twoPages))
  expect(Buffer.from(bytes).equals(await writePdf(fileOf(twoPages)))).toBe(true)
  expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.7')
})

test('addObject() numbers on, and objectOf() misses nothing in silence', () => {
  const file = fileOf(twoPages)
  expect(addObject(file, {body: 'null'})).toBe(9)
  expect(() => objectOf(file, 12)).toThrow(new RangeError('Expected object 12 in the PDF file'))
})

test('readPages() and readDestinations() say where elements came to lie', () => {
  const file = fileOf(twoPages)
  expect(readPages(file)).toEqual([3, 5])
  expect([...readDestinations(file)]).toEqual([
    ['card-2', {page: 2, left: 3, top: 17.5}],
    ['card-1', {page: 1, left: 0, top: 20}]
  ])
})

test('readOutline() walks bookmarks in reading order', () => {
  const file = fileOf([
    '<</Title (t)>>',
    '<</Type /Page>>',
    '<</Type /Pages\n/Kids [2 0 R]>>',
    '<</Title (A)\n/Dest [2 0 R /XYZ 0 0 0]\n/Next 6 0 R\n/First 5 0 R\n/Last 5 0 R>>',
    '<</Title (A.1)\n/Dest [2 0 R /XYZ 7.5 90 0]>>',
    '<</Title (B)\n/Dest [2 0 R /XYZ 0 0 0]>>',
    '<</Type /Outlines\n/First 4 0 R\n/Last 6 0 R>>',
    '<</Type /Catalog\n/Pages 3 0 R\n/Outlines 7 0 R>>'
  ])
  expect(readOutline(file)).toEqual([
    {object: 4, page: 1, left: 0, top: 0},
    {object: 5, page: 1, left: 7.5, top: 90},
    {object: 6, page: 1, left: 0, top: 0}
  ])
})

test('stampPages() draws each page of the overlay as an artifact behind the content, and leaves its date behind', () => {
  const file = fileOf(twoPages)
  stampPages(file, fileOf(twoPages))
  expect(objectOf(file, 9).body).toBe('null')
  expect(objectOf(file, 3).body).toContain('/Contents [17 0 R 2 0 R 19 0 R]')
  expect(objectOf(file, 3).body).toContain('/XObject <</Stamp18 18 0 R')
  expect(objectOf(file, 5).body).toContain('/XObject <</Stamp20 20 0 R\n/X1 9 0 R>>')
  expect(Buffer.from(objectOf(file, 19).stream ?? []).toString()).toBe('Q\n/Artifact <</Type /Pagination>> BDC\nq /Stamp18 Do Q\nEMC\n')
  expect(objectOf(file, 20).body).toBe(
    '<</Type /XObject /Subtype /Form /BBox [0 0 10 20]\n/Resources <</XObject <</X1 17 0 R>>>>\n/Length 6>>'
  )
})

test('setEntry() puts a value in place of strings, dictionaries and names alike', () => {
  const before = '<</Title (a \\) b)\n/Lang (en)\n/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>\n/Root 8 0 R>>'
  expect(setEntry(before, 'Title', '(x)')).toBe(`${before.replace('/Title (a \\) b)\n', '\n').slice(0, -2)}\n/Title (x)>>`)
  expect(setEntry(before, 'ViewerPreferences', '<</A 1>>')).toBe(
    '<</Title (a \\) b)\n/Lang (en)\n/Root 8 0 R\n/ViewerPreferences <</A 1>>>>'
  )
  expect(setEntry(before, 'Root', '9 0 R')).toContain('\n/Root 9 0 R>>')
  expect(setEntry('<<>>', 'Lang', '(de)')).toBe('<<\n/Lang (de)>>')
})

test('pdfText() keeps ASCII readable and writes all else in UTF-16; pdfDate() counts in UTC', () => {
  expect(pdfText('a (b) \\c')).toBe('(a \\(b\\) \\\\c)')
  expect(pdfText('é😀')).toBe('<FEFF00E9D83DDE00>')
  expect(pdfDate(1_767_225_600)).toBe('(D:20260101000000Z)')
})
