import type {PdfFile} from '../file/pdf-file.ts'
import {pdfText} from '../file/pdf-text.ts'

/**
 * Gives every link the description that PDF/UA-1 wants (7.18.5-2): its address, or what the place in the document is called.
 *
 * @param titleOf - Title of the element with that id.
 */
export function describeLinks(file: PdfFile, titleOf: (id: string) => string | undefined): void {
  for (const object of file.objects.values()) {
    if (!object.body.startsWith('<</Type /Annot\n/Subtype /Link')) continue
    const address = /\/URI (\((?:[^\\()]|\\[\s\S])*\)|<[0-9A-Fa-f]*>)/.exec(object.body)?.[1]
    const target = /\/Dest \/([^\s/>]+)/.exec(object.body)?.[1]
    const contents = address ?? pdfText((target && titleOf(target)) || 'Link')
    object.body = object.body.replace('\n/Subtype /Link', `\n/Subtype /Link\n/Contents ${contents}`)
  }
}
