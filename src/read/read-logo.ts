import {readFile} from 'node:fs/promises'
import {basename, extname} from 'node:path'
import {sniffMedia} from '../guide/sniff-media.ts'
import {CliError} from '../report/cli-error.ts'

/** A picture for the top of a handout. */
export interface Logo {
  readonly bytes: Uint8Array
  readonly mime: string
  /** Of the file, said aloud in its place. */
  readonly name: string
}

const MOST_BYTES = 2 * 1024 * 1024

/** Reads a picture that the user names. @throws CliError for a file that can't be read or is none. */
export async function readLogo(path: string): Promise<Logo> {
  const bytes = await readFile(path).catch((error) => {
    throw new CliError(`The logo ${path} can't be read (${error.message}).`, 2, {cause: error})
  })
  const mime = sniffMedia(bytes)?.mime
  if (!mime?.startsWith('image/')) throw new CliError(`The logo ${path} is no picture, expected PNG, JPEG, WebP, GIF or SVG.`, 2)
  if (bytes.length > MOST_BYTES)
    throw new CliError(`The logo ${path} has ${Math.ceil(bytes.length / 2 ** 20)} MB, expected 2 MB at most.`, 2)
  return {bytes, mime, name: basename(path, extname(path))}
}
