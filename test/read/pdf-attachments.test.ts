import {deflateSync} from 'node:zlib'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {pdfAttachments} from '../../src/read/pdf-attachments.ts'
import {attachFiles} from '../../src/render/pdf/file/attach-files.ts'
import type {PdfFile} from '../../src/render/pdf/file/pdf-file.ts'
import {writePdf} from '../../src/render/pdf/file/write-pdf.ts'
import type {Attachment} from '../../src/render/renderer.ts'

function attachment(name: string, bytes: Uint8Array, relation: Attachment['relation'] = 'Source'): Attachment {
  return {name, bytes, mime: 'text/markdown', about: 'The notes', relation}
}

function handout(attachments: readonly Attachment[]): Promise<Uint8Array> {
  const file: PdfFile = {
    objects: new Map([
      [1, {body: '<</Type /Catalog\n/Pages 2 0 R>>'}],
      [2, {body: '<</Type /Pages /Kids [] /Count 0>>'}],
      [3, {body: '<<>>'}]
    ]),
    root: 1,
    info: 3
  }
  attachFiles(file, attachments, 1_767_225_600)
  return writePdf(file)
}

test('What is attached comes back whole, under its name, whatever the bytes look like', async () => {
  const name = fc.string({unit: 'grapheme', minLength: 1, maxLength: 20}).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
  const bytes = fc.oneof(
    fc.uint8Array({maxLength: 200}),
    fc.constantFrom('endobj', 'stream\n', '9 0 obj <</Type /Filespec>>', 'endstream endobj').map((text) => Buffer.from(text))
  )
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.tuple(name, bytes), {selector: ([key]) => key, maxLength: 4}), async (files) => {
      const back = pdfAttachments(await handout(files.map(([key, content]) => attachment(key, content))))
      const sorted = files.toSorted(([a], [b]) => (a < b ? -1 : 1))
      expect(back.map((file) => [file.name, Buffer.from(file.bytes).toString('hex'), file.relation])).toEqual(
        sorted.map(([key, content]) => [key, Buffer.from(content).toString('hex'), 'Source'])
      )
    })
  )
})

test('A file that is no PDF, encrypted, or packed in another way says so; one without attachments has none', async () => {
  const read = (text: string) => () => pdfAttachments(Buffer.from(text, 'latin1'))
  expect(read('PK')).toThrow(new RangeError('it is no PDF'))
  expect(read('%PDF-1.7\ntrailer <</Encrypt 4 0 R>>')).toThrow(new RangeError('it is encrypted'))
  const specification = '1 0 obj <</Type /Filespec /F (a) /EF <</F 2 0 R>>>> endobj\n'
  expect(read(`%PDF-1.7\n${specification}2 0 obj <</Filter /LZWDecode /Length 1>> stream\nx\nendstream endobj`)).toThrow(
    new RangeError('it is packed in a way that is not read here')
  )
  expect(read(`%PDF-1.7\n${specification}`)()).toEqual([])
  expect(pdfAttachments(await handout([]))).toEqual([])
})

test('The later copy of an object counts, as where a program has added to the file', () => {
  const specification = '1 0 obj <</Type /Filespec /UF (a\\)\\101) /EF <</UF 2 0 R>>>> endobj\n'
  const content = (text: string) => `2 0 obj <</Length ${text.length}>> stream\n${text}\nendstream endobj\n`
  const [found] = pdfAttachments(Buffer.from(`%PDF-1.7\n${specification}${content('old')}${content('newer')}`, 'latin1'))
  expect([found?.name, String(found?.bytes)]).toEqual(['a)A', 'newer'])
})

test('Injured files end in a message and never hang', async () => {
  const whole = await handout([attachment('notes.md', Buffer.from('# Notes')), attachment('deck.apkg', deflateSync(Buffer.alloc(999, 7)))])
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, length) => {
      const injured = Uint8Array.from(whole)
      injured[at] = value
      try {
        expect(Array.isArray(pdfAttachments(injured.subarray(0, length)))).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
      }
    })
  )
})
