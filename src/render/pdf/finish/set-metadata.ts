import {addObject, objectOf, type PdfFile} from '../file/pdf-file.ts'
import {pdfDate, pdfText} from '../file/pdf-text.ts'
import {setEntry} from '../file/set-entry.ts'

/** What the file says about itself. */
export interface Metadata {
  readonly title: string
  readonly author?: string | undefined
  readonly subject: string
  readonly keywords: readonly string[]
  readonly lang: string
  /** Since 1970; stands as date of creation and of change. */
  readonly dateSeconds: number
}

/** Entries of the viewer preferences besides the title in the window's bar, such as `/Duplex /DuplexFlipLongEdge`. ISO 32000-1, 12.2. */
export type ViewerPreferences = readonly string[]

/** Writes title, author, dates and language into the information dictionary and as XMP, with the mark of PDF/UA-1. */
export function setMetadata(file: PdfFile, metadata: Metadata, preferences: ViewerPreferences = []): void {
  const info = objectOf(file, file.info)
  const date = pdfDate(metadata.dateSeconds)
  const entries: Readonly<Record<string, string>> = {
    Title: pdfText(metadata.title),
    ...(metadata.author ? {Author: pdfText(metadata.author)} : {}),
    Subject: pdfText(metadata.subject),
    ...(metadata.keywords.length > 0 ? {Keywords: pdfText(metadata.keywords.join(', '))} : {}),
    Creator: '(cardpress)',
    CreationDate: date,
    ModDate: date
  }
  for (const [key, value] of Object.entries(entries)) info.body = setEntry(info.body, key, value)

  const stream = Buffer.from(toXmp(metadata), 'utf8')
  const number = addObject(file, {body: `<</Type /Metadata /Subtype /XML /Length ${stream.length}>>`, stream})
  const catalog = objectOf(file, file.root)
  catalog.body = setEntry(catalog.body, 'Metadata', `${number} 0 R`)
  catalog.body = setEntry(catalog.body, 'Lang', pdfText(metadata.lang))
  const shown = ['/DisplayDocTitle true', '/PrintScaling /None', ...preferences]
  catalog.body = setEntry(catalog.body, 'ViewerPreferences', `<<${shown.join(' ')}>>`)
}

/** @see https://www.pdfa.org/resource/xmp-specification/ (properties as in PDF/UA-1, 5 and 7.1) */
function toXmp({title, author, subject, keywords, lang, dateSeconds}: Metadata): string {
  const date = new Date(dateSeconds * 1000).toISOString().replace('.000', '')
  const alternatives = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
  const lines = [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    '<pdfuaid:part>1</pdfuaid:part>',
    `<dc:title>${alternatives(title)}</dc:title>`,
    ...(author ? [`<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`] : []),
    `<dc:description>${alternatives(subject)}</dc:description>`,
    ...(keywords.length > 0 ? [`<pdf:Keywords>${escapeXml(keywords.join(', '))}</pdf:Keywords>`] : []),
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:CreatorTool>cardpress</xmp:CreatorTool>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>'
  ]
  return lines.join('\n')
}

function escapeXml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ') // XML 1.0 has no place for most of them.
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}
