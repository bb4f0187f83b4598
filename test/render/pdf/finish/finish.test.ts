import {deflateSync, inflateSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {objectOf, type PdfFile} from '../../../../src/render/pdf/file/pdf-file.ts'
import {pdfText} from '../../../../src/render/pdf/file/pdf-text.ts'
import {describeLinks} from '../../../../src/render/pdf/finish/describe-links.ts'
import {markArtifacts} from '../../../../src/render/pdf/finish/mark-artifacts.ts'
import {mendStructure} from '../../../../src/render/pdf/finish/mend-structure.ts'
import {renumberIds} from '../../../../src/render/pdf/finish/renumber-ids.ts'
import {rewriteContents} from '../../../../src/render/pdf/finish/rewrite-contents.ts'
import {setMetadata} from '../../../../src/render/pdf/finish/set-metadata.ts'
import {titleOutline} from '../../../../src/render/pdf/finish/title-outline.ts'
import {unwrapSpaces} from '../../../../src/render/pdf/finish/unwrap-spaces.ts'

/** Objects 1, 2, ... with these bodies; the information is the first, the catalog the last. */
function fileOf(...bodies: readonly string[]): PdfFile {
  return {objects: new Map(bodies.map((body, index) => [index + 1, {body}])), root: bodies.length, info: 1}
}

function element(type: string, parent: number, kids: string): string {
  return `<</Type /StructElem\n/S /${type}\n/P ${parent} 0 R\n/K ${kids}>>`
}

test('mendStructure() puts what a list item holds besides its label into one body', () => {
  const file = fileOf(element('LI', 9, '[2 0 R 3 0 R 4 0 R]'), element('Lbl', 1, '0'), element('P', 1, '1'), element('L', 1, '[]'))
  mendStructure(file)
  expect(objectOf(file, 1).body).toBe(element('LI', 9, '[2 0 R 5 0 R]'))
  expect(objectOf(file, 5).body).toBe(element('LBody', 1, '[3 0 R 4 0 R]'))
  expect(objectOf(file, 3).body).toBe(element('P', 5, '1'))
})

test('mendStructure() leaves an item of label and body alone', () => {
  const bodies = [element('LI', 9, '[2 0 R 3 0 R]'), element('Lbl', 1, '0'), element('LBody', 1, '1')]
  const file = fileOf(...bodies)
  mendStructure(file)
  expect([...file.objects.values()].map(({body}) => body)).toEqual(bodies)
})

test('mendStructure() says what types stand for that PDF 1.7 does not know', () => {
  const file = fileOf(element('Strong', 3, '0'), element('Em', 3, '1'), '<</Type /StructTreeRoot\n/K 1 0 R>>')
  mendStructure(file)
  expect(objectOf(file, 3).body).toBe('<</Type /StructTreeRoot\n/RoleMap <</Em /Span /Strong /Span>>\n/K 1 0 R>>')
})

test('describeLinks() gives links their address, or the title of what they lead to', () => {
  const link = (rest: string) => `<</Type /Annot\n/Subtype /Link\n${rest}>>`
  const file = fileOf(link('/A <</URI (https://example.org/\\(x\\))>>'), link('/Dest /card-1'), link('/Dest /gone'))
  describeLinks(file, (id) => (id === 'card-1' ? '1 What?' : undefined))
  expect([...file.objects.values()].map(({body}) => /\/Contents .*/.exec(body)?.[0])).toEqual([
    '/Contents (https://example.org/\\(x\\))',
    '/Contents (1 What?)',
    '/Contents (Link)'
  ])
})

test('titleOutline() names the last bookmarks and leaves those of the template', () => {
  const file = fileOf(
    '<</Title (Guide)\n/Next 2 0 R>>',
    '<</Title (1What is amultiline \\) title)\n/Dest [9 0 R]>>',
    '<</Type /Outlines\n/First 1 0 R>>',
    '<</Type /Pages\n/Kids []>>',
    '<</Type /Catalog\n/Pages 4 0 R\n/Outlines 3 0 R>>'
  )
  titleOutline(file, ['1 What is a multiline title'])
  expect(objectOf(file, 1).body).toBe('<</Title (Guide)\n/Next 2 0 R>>')
  expect(objectOf(file, 2).body).toBe('<</Title (1 What is a multiline title)\n/Dest [9 0 R]>>')
})

test('titleOutline() gives a title from right to left its words in order', () => {
  const reversed = Buffer.from('Kafka عن أسئلة', 'utf16le').swap16().toString('hex')
  const file = fileOf(
    `<</Title <FEFF${reversed}>\n/Dest [9 0 R]>>`,
    '<</Type /Outlines\n/First 1 0 R>>',
    '<</Type /Pages\n/Kids []>>',
    '<</Type /Catalog\n/Pages 3 0 R\n/Outlines 2 0 R>>'
  )
  titleOutline(file, [], 'أسئلة عن Git')
  expect(objectOf(file, 1).body).toContain(reversed)
  titleOutline(file, [], 'أسئلة عن Kafka')
  expect(objectOf(file, 1).body).toBe(`<</Title ${pdfText('أسئلة عن Kafka')}\n/Dest [9 0 R]>>`)
})

test('markArtifacts() marks what is painted outside of marked content, and nothing else', async () => {
  const content = [
    '1 0 0 1 0 0 cm',
    '0 0 9 9 re',
    'W* n',
    '0 0 5 5 re',
    'f',
    '/P <</MCID 0 >>BDC',
    'BT',
    '<01> Tj',
    'ET',
    'EMC',
    '1 1 m',
    '2 2 l',
    'S',
    '/X1 Do'
  ]
  const file = fileOf('<<>>', '<</Type /Page\n/Contents 3 0 R>>', '', '<</Type /Pages\n/Kids [2 0 R]>>', '<</Pages 4 0 R>>')
  const stream = deflateSync(content.join('\n'))
  file.objects.set(3, {body: `<</Filter /FlateDecode\n/Length ${stream.length}>>`, stream})
  await rewriteContents(file, [markArtifacts])
  const marked = objectOf(file, 3)
  expect(marked.body).toBe(`<</Filter /FlateDecode\n/Length ${marked.stream?.length}>>`)
  expect(
    inflateSync(marked.stream ?? Buffer.alloc(0))
      .toString()
      .split('\n')
  ).toEqual([
    ...content.slice(0, 3),
    '/Artifact BMC',
    ...content.slice(3, 5),
    'EMC',
    ...content.slice(5, 10),
    '/Artifact BMC',
    ...content.slice(10, 13),
    'EMC',
    '/Artifact BMC',
    '/X1 Do',
    'EMC'
  ])
})

test('renumberIds() counts ids from one and keeps their order', () => {
  const file = fileOf('<</ID (node00000042)>>', '<</Headers [(node00000042) (node00000040)]>>')
  renumberIds(file)
  expect([...file.objects.values()].map(({body}) => body)).toEqual([
    '<</ID (node00000002)>>',
    '<</Headers [(node00000002) (node00000001)]>>'
  ])
})

test('setMetadata() writes the same facts for old readers and for new ones', () => {
  const file = fileOf('<</Title (x)\n/Creator (Chromium)\n/Producer (Skia/PDF)>>', '<</Type /Catalog\n/Lang (en)>>')
  const metadata = {title: 'A & <B>', author: 'Ada', subject: '2 questions', keywords: ['k1', 'k2'], lang: 'de', dateSeconds: 0}
  setMetadata(file, metadata, ['/Duplex /DuplexFlipLongEdge'])
  expect(objectOf(file, 1).body.split('\n')).toEqual([
    '<<',
    '/Producer (Skia/PDF)',
    '/Title (A & <B>)',
    '/Author (Ada)',
    '/Subject (2 questions)',
    '/Keywords (k1, k2)',
    '/Creator (cardpress)',
    '/CreationDate (D:19700101000000Z)',
    '/ModDate (D:19700101000000Z)>>'
  ])
  expect(objectOf(file, 2).body.split('\n')).toEqual([
    '<</Type /Catalog',
    '/Metadata 3 0 R',
    '/Lang (de)',
    '/ViewerPreferences <</DisplayDocTitle true /PrintScaling /None /Duplex /DuplexFlipLongEdge>>>>'
  ])
  const xmp = Buffer.from(objectOf(file, 3).stream ?? []).toString('utf8')
  for (const fact of ['<pdfuaid:part>1<', 'A &amp; &lt;B&gt;', '<rdf:li>Ada<', 'k1, k2', '<rdf:li>de<', '1970-01-01T00:00:00Z'])
    expect(xmp).toContain(fact)
})

test('unwrapSpaces() takes marks off hyphens and spaces that share a glyph with a plain one, and off nothing else', async () => {
  const hyphen = '<0FB6> Tj\n'
  const noted = (units: string, glyphs: string) => `/Span<</ActualText <FEFF${units}> >> BDC\n${glyphs}EMC\n`
  const page = (content: string) => `/P <</MCID 0 >>BDC\nBT\n/F1 8 Tf\n<0001> Tj\n${content}<0003> Tj\nET\nEMC\n`
  const kept = [noted('2014', hyphen), noted('03BC', '<0002> Tj\n'), noted('00A0', '<0009> Tj\n')].join('')
  const space = '<0001> Tj\n'
  const taken = [
    noted('2011', hyphen),
    noted('00A0', space),
    noted('00A0', ''),
    noted('0020200D', space),
    noted('00AD', hyphen),
    noted('00AD', `8 0 Td ${space}`)
  ].join('')
  const stream = deflateSync(Buffer.from(page(taken + kept), 'latin1'))
  const file = fileOf(
    '<<>>',
    '<</Type /Page\n/Resources <</Font <</F1 4 0 R>>>>\n/Contents 3 0 R>>',
    `<</Filter /FlateDecode\n/Length ${stream.length}>>`,
    '<</Type /Font\n/ToUnicode 5 0 R>>',
    '<</Length 1>>',
    '<</Type /Pages\n/Kids [2 0 R]>>',
    '<</Type /Catalog\n/Pages 6 0 R>>'
  )
  file.objects.set(3, {body: objectOf(file, 3).body, stream})
  const map = '2 beginbfchar\n<0FB6> <2010>\n<0009> <0041>\nendbfchar\n1 beginbfrange\n<0001> <0002> <0020>\nendbfrange\n'
  file.objects.set(5, {body: '<</Length 1>>', stream: Buffer.from(map)})
  await rewriteContents(file, [unwrapSpaces(file)])
  const changed = objectOf(file, 3)
  expect(inflateSync(changed.stream ?? new Uint8Array()).toString('latin1')).toBe(
    page(`${hyphen + space + space + hyphen}8 0 Td \n${kept}`)
  )
  expect(changed.body).toContain(`/Length ${changed.stream?.length}>>`)
})
