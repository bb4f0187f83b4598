import type {Guide} from '../../../guide/guide.ts'
import type {PdfFile} from '../file/pdf-file.ts'
import type {Heading} from '../page/headings-of.ts'
import {describeLinks} from './describe-links.ts'
import {markArtifacts} from './mark-artifacts.ts'
import {mendStructure} from './mend-structure.ts'
import {mendUnicode} from './mend-unicode.ts'
import {renumberIds} from './renumber-ids.ts'
import {rewriteContents} from './rewrite-contents.ts'
import {setMetadata, type ViewerPreferences} from './set-metadata.ts'
import {titleOutline} from './title-outline.ts'
import {unwrapSpaces} from './unwrap-spaces.ts'

/** What a finished file says of itself besides what the guide says. */
export interface Finish {
  readonly subject: string
  readonly headings: readonly Heading[]
  readonly preferences?: ViewerPreferences
}

/** Makes a tagged print of a guide a PDF/UA-1 file with the guide's title, author and date, in place. */
export async function finishPdf(
  file: PdfFile,
  {title, author, tags, lang, dateSeconds}: Guide,
  {subject, headings, preferences}: Finish
): Promise<void> {
  const titles = new Map(headings.map((heading) => [heading.anchor, heading.title]))
  describeLinks(file, (id) => titles.get(id))
  titleOutline(
    file,
    headings.map((heading) => heading.title),
    title
  )
  await rewriteContents(file, [unwrapSpaces(file), markArtifacts])
  mendStructure(file)
  mendUnicode(file)
  renumberIds(file)
  setMetadata(file, {title, author, subject, keywords: tags, lang, dateSeconds}, preferences)
}
