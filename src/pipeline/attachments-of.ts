import {basename, extname} from 'node:path/posix'
import {VFile} from 'vfile'
import {cutTrainerText, withoutTrainerText} from '../extract/trainer-text.ts'
import type {Source} from '../guide/source.ts'
import {parse} from '../parse/parse.ts'
import type {Attachment, Output, RenderOptions} from '../render/renderer.ts'
import {renderers} from '../render/renderers.ts'
import {withTrainerAlerts} from '../render/with-trainer-alerts.ts'
import {addProblem} from '../report/problem.ts'
import type {Host} from './host.ts'
import type {SettledGuide} from './settle-guides.ts'

/** A handout of more is sent by nobody. */
const MOST_MB = 50

const TYPES: Readonly<Record<string, string>> = {
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.ipynb': 'application/json',
  '.csv': 'text/csv'
}

/**
 * What goes into the PDFs of guides: the notes as they lie on the disk, the decks and the tables.
 *
 * @param isPart - The guides are a choice of cards: their notes would hold more than the handout does, and stay out.
 */
export async function attachmentsOf(
  guides: readonly SettledGuide[],
  options: RenderOptions,
  host: Host,
  {isPart}: {readonly isPart: boolean}
): Promise<readonly Attachment[]> {
  const found: Attachment[] = []
  for (const settled of guides) {
    const {members, source} = settled.draft
    const sources = isPart ? [] : new Set(members?.values() ?? [source])
    for (const own of sources) found.push(...(await toSourceAttachment(own, host, options)))
    found.push(...(await outputsOf(settled, options, host)))
  }
  const megabytes = found.reduce((sum, {bytes}) => sum + bytes.length, 0) / 2 ** 20
  if (megabytes <= MOST_MB) return withNames(found)
  const [first] = guides
  if (!first) return []
  addProblem(first.draft.source.file, {
    severity: 'warning',
    ruleId: 'large-attachment',
    reason: `Unexpected ${Math.round(megabytes)} MB to attach, expected at most ${MOST_MB} MB; nothing is inside the PDF`,
    note: 'Hand the deck out as a file of its own.'
  })
  return []
}

async function outputsOf({guide, draft}: SettledGuide, options: RenderOptions, host: Host): Promise<readonly Attachment[]> {
  const context = {
    options: {...options, csvFormat: 'sheet' as const},
    file: new VFile({path: draft.source.file.path}), // Problems are told by the outputs themselves.
    readAsset: host.readAsset,
    browser: host.browser
  }
  const shown = options.trainer ? withTrainerAlerts(guide) : guide
  const made = await Promise.all((['anki', 'csv'] as const).map(async (format) => (await renderers[format]()).render(shown, context)))
  return Promise.all(made.flat().map((output) => toOutputAttachment(output, basename(guide.outputName))))
}

/** What is for the trainer is cut out; where that can't be done in the file as it is (a notebook), the notes stay out. */
async function toSourceAttachment(source: Source, host: Host, {trainer}: RenderOptions): Promise<readonly Attachment[]> {
  const {path} = source.file
  const scratch = new VFile({path, value: String(source.file)})
  const {texts} = trainer ? {texts: []} : withoutTrainerText(parse(scratch), scratch)
  if (texts.length > 0 && !/(?:^-|\.(?:md|markdown))$/i.test(path)) return []
  const name = path === '-' ? 'notes.md' : basename(path.replaceAll('\\', '/'))
  const asRead = path === '-' || texts.length > 0
  const bytes = asRead ? Buffer.from(cutTrainerText(String(source.file), texts)) : await host.readSource(source)
  return [{name, bytes, mime: TYPES[extname(name).toLowerCase()] ?? 'text/plain', about: 'The notes', relation: 'Source'}]
}

async function toOutputAttachment({extension, bytes, rest}: Output, stem: string): Promise<Attachment> {
  const pieces = [bytes]
  for await (const piece of rest ?? []) pieces.push(piece)
  const isDeck = extension === '.apkg'
  return {
    name: stem + extension,
    bytes: Buffer.concat(pieces),
    mime: isDeck ? 'application/zip' : 'text/csv',
    about: isDeck ? 'The deck for Anki' : 'The cards as a table',
    relation: isDeck ? 'Alternative' : 'Data'
  }
}

/** No two alike, whatever case a file system minds. */
function withNames(attachments: readonly Attachment[]): readonly Attachment[] {
  const taken = new Set<string>()
  return attachments.map((attachment) => {
    const extension = extname(attachment.name)
    let {name} = attachment
    for (let count = 2; taken.has(name.toLowerCase()); count++)
      name = `${attachment.name.slice(0, -extension.length || undefined)}-${count}${extension}`
    taken.add(name.toLowerCase())
    return {...attachment, name}
  })
}
