import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'
import type {Attachment} from '../../renderer.ts'
import {addObject, objectOf, type PdfFile} from './pdf-file.ts'
import {pdfDate, pdfText} from './pdf-text.ts'
import {setEntry} from './set-entry.ts'

/**
 * Puts files inside, in place, as PDF 2.0 and PDF/A-3 have them: a tree of names for viewers, and `/AF` that says what each is to the
 * document. PDF/UA-1 (7.11) asks for both forms of a name.
 *
 * @param dateSeconds - Of all files; since 1970.
 */
export function attachFiles(file: PdfFile, attachments: readonly Attachment[], dateSeconds: number): void {
  if (attachments.length === 0) return
  const specifications = attachments.map((attachment) => {
    const {name, about, relation} = attachment
    const content = addObject(file, toStream(attachment, dateSeconds))
    const names = `/F ${pdfText(name.replace(/[^\x20-\x7e]/g, '_'))}\n/UF ${pdfText(name)}`
    const body = `<</Type /Filespec\n${names}\n/Desc ${pdfText(about)}\n/AFRelationship /${relation}\n/EF <</F ${content} 0 R /UF ${content} 0 R>>>>`
    return {name, reference: `${addObject(file, {body})} 0 R`}
  })
  // Readers search the tree by halves: it has to be in the order of its bytes.
  const leaves = specifications.map(({name, reference}) => `${pdfText(name)} ${reference}`).toSorted()
  const tree = addObject(file, {body: `<</Names [${leaves.join('\n')}]>>`})
  const catalog = objectOf(file, file.root)
  catalog.body = setEntry(catalog.body, 'Names', `<</EmbeddedFiles ${tree} 0 R>>`)
  catalog.body = setEntry(catalog.body, 'AF', `[${specifications.map(({reference}) => reference).join(' ')}]`)
}

function toStream({bytes, mime}: Attachment, dateSeconds: number): {body: string; stream: Uint8Array} {
  const packed = deflateSync(bytes)
  const stream = packed.length < bytes.length ? packed : bytes // A deck is packed already.
  const filter = stream === packed ? '/Filter /FlateDecode\n' : ''
  const checkSum = createHash('md5').update(bytes).digest('hex') // As the format has it: it tells damage, not forgery.
  const facts = `/Params <</Size ${bytes.length} /ModDate ${pdfDate(dateSeconds)} /CheckSum <${checkSum}>>>`
  return {body: `<</Type /EmbeddedFile\n/Subtype /${mime.replaceAll('/', '#2F')}\n${filter}${facts}\n/Length ${stream.length}>>`, stream}
}
