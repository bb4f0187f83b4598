import {deflateSync, inflateSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {objectOf, type PdfFile, type PdfObject} from '../../../../src/render/pdf/file/pdf-file.ts'
import {toGrey} from '../../../../src/render/pdf/finish/to-grey.ts'

/** Objects 1, 2, ... after a page tree of one page, whose content is object 4. */
function fileOf(content: string, objects: readonly PdfObject[] = []): PdfFile {
  const parts: PdfObject[] = [
    {body: '<</Type /Catalog\n/Pages 2 0 R>>'},
    {body: '<</Type /Pages\n/Count 1\n/Kids [3 0 R]>>'},
    {body: '<</Type /Page\n/Parent 2 0 R\n/Contents [4 0 R]>>'},
    {body: `<</Length ${content.length}>>`, stream: Buffer.from(content)},
    ...objects
  ]
  return {objects: new Map(parts.map((part, index) => [index + 1, part])), root: 1, info: 1}
}

function text(file: PdfFile, number: number): string {
  const {body, stream = new Uint8Array()} = objectOf(file, number)
  return Buffer.from(body.includes('FlateDecode') ? inflateSync(stream) : stream).toString('latin1')
}

test('colours of lines and fillings become greys, those in strings and patterns stay', () => {
  const file = fileOf('1 0 0 RG 0 1 0 rg\n.5 .5 .5 rg\n(1 0 0 rg \\) 0 0 1 rg ) Tj\n/Pattern cs /P1 scn\n0 g\n')
  expect(toGrey(file)).toBe(0)
  expect(text(file, 4)).toBe('0.3 G 0.59 g\n0.5 g\n(1 0 0 rg \\) 0 0 1 rg ) Tj\n/Pattern cs /P1 scn\n0 g\n')
  expect(objectOf(file, 4).body).toBe(`<</Length ${text(file, 4).length}>>`)
})

test('gradients, groups and functions give one value', () => {
  const code = deflateSync(Buffer.from('{pop .1 .2 .3}'))
  const file = fileOf('', [
    {
      body: '<</Type /Pattern /PatternType 2 /Shading <</ShadingType 2 /ColorSpace /DeviceRGB /Function <</FunctionType 2 /C0 [1 0 0] /C1 [0 0 1]>>>>>>'
    },
    {body: `<</FunctionType 4 /Range [0 1 0 1 0 1] /Filter /FlateDecode\n/Length ${code.length}>>`, stream: code},
    {body: '<</S /Transparency /CS /DeviceRGB>>'},
    {body: '<</Title (A text about /CS /DeviceRGB)>>'}
  ])
  expect(toGrey(file)).toBe(0)
  expect(objectOf(file, 5).body).toContain('/ShadingType 2 /ColorSpace /DeviceGray /Function <</FunctionType 2 /C0 [0.3] /C1 [0.11]>>')
  expect(text(file, 6)).toBe('{pop .1 .2 .3 .11 mul exch .59 mul add exch .3 mul add }')
  expect(objectOf(file, 6).body).toContain('/Range [0 1]')
  expect(objectOf(file, 7).body).toBe('<</S /Transparency /CS /DeviceGray>>')
  expect(objectOf(file, 8).body).toBe('<</Title (A text about /CS /DeviceRGB)>>')
})

test('bitmaps keep one byte a pixel; a JPEG in colour is counted as left', () => {
  const pixels = deflateSync(Buffer.from([255, 0, 0, 255, 255, 255]))
  const head = '<</Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB'
  const file = fileOf('', [
    {body: `${head} /Filter /FlateDecode\n/Length ${pixels.length}>>`, stream: pixels},
    {body: `${head} /Filter /DCTDecode\n/Length 3>>`, stream: Buffer.from('jpg')}
  ])
  expect(toGrey(file)).toBe(1)
  const {body, stream = new Uint8Array()} = objectOf(file, 5)
  expect([...inflateSync(stream)]).toEqual([77, 255])
  expect(body).toContain('/ColorSpace /DeviceGray')
  expect(body).toContain(`/Length ${stream.length}>>`)
})
