import {readFile} from 'node:fs/promises'
import {basename, dirname, extname, resolve} from 'node:path'
import {VFile} from 'vfile'
import type {Source} from '../guide/source.ts'
import {CliError} from '../report/cli-error.ts'
import {addProblem} from '../report/problem.ts'
import {decode} from './decode.ts'
import {type PdfAttachment, pdfAttachments} from './pdf-attachments.ts'
import {fill} from './read-sources.ts'

/** What a PDF made with `--attach` holds: the notes, else the deck. */
export type Handout = {readonly notes: readonly HandoutNotes[]} | {readonly deck: Uint8Array}

/** Notes in a handout: as a source, and the bytes they were. */
export interface HandoutNotes {
  /** Safe as the name of a file. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Its path is that of the handout with the name behind it. */
  readonly source: Source
}

/** Whether a path names a handout and not notes. */
export function isHandout(path: string): boolean {
  return extname(path).toLowerCase() === '.pdf'
}

/**
 * Takes the notes out of a handout, or the deck where it holds no notes.
 *
 * @throws CliError for a file that can't be read, is no PDF, or holds neither.
 */
export async function readHandout(path: string, cwd: string): Promise<Handout> {
  const attachments = await readFile(resolve(cwd, path))
    .then(pdfAttachments)
    .catch((error) => {
      throw new CliError(`The PDF ${path} can't be read (${error.message}). Give one that was made with --attach.`, 1, {cause: error})
    })
  const notes = attachments.filter(({name, relation}) => relation === 'Source' || /\.(?:md|markdown)$/i.test(name))
  if (notes.length > 0) return {notes: notes.map((attachment) => toNotes(attachment, path, cwd))}
  const deck = attachments.find(({name}) => /\.apkg$/i.test(name))
  if (deck) return {deck: deck.bytes}
  throw new CliError(`The PDF ${path} holds neither notes nor a deck. Give one that was made with --attach.`, 1)
}

function toNotes({name, bytes}: PdfAttachment, path: string, cwd: string): HandoutNotes {
  const safe = basename(name.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '') || 'notes.md'
  const file = new VFile({path: `${path}/${safe}`, cwd})
  const decoded = decode(bytes)
  if ('text' in decoded) fill(file, decoded.text)
  else addProblem(file, {severity: 'error', ...decoded, place: {line: decoded.line, column: 1}})
  const folder = dirname(resolve(cwd, path))
  const place = {relative: safe, named: true, stem: basename(safe, extname(safe)), folders: [], home: folder, root: folder}
  return {name: safe, bytes, source: {file, ...place, unreadable: file.value === undefined}}
}
