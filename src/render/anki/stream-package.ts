import {crc32} from 'node:zlib'
import {deflateSync, Zip, type ZipInputFile} from 'fflate'
import {CliError} from '../../report/cli-error.ts'
import type {Output} from '../renderer.ts'
import type {PackageMedia} from './apkg.ts'

/** Node's own zlib would be faster still, but its bytes change with version and processor. */
const level = 2

const methods = {stored: 0, deflated: 8} as const

/** Without zip64, which old clients do not read. */
const mostBytes = 2 ** 32 - 1
const mostFiles = 2 ** 16 - 1

/** A package of the same content as the container makes, with one picture in memory at a time: the database deflated, pictures stored. */
export function streamPackage(collection: Uint8Array, media: PackageMedia): Required<Pick<Output, 'bytes' | 'rest'>> {
  // fflate writes local time: the oldest day that a zip can hold, wherever this runs, and at noon, which no time zone ever skipped.
  const mtime = new Date(1980, 0, 1, 12)
  const made: Uint8Array[] = []
  let size = 0
  const zip = new Zip((error, piece) => {
    if (error) throw error
    made.push(piece)
    size += piece.length
  })
  const add = (filename: string, bytes: Uint8Array, method: keyof typeof methods): void => {
    const entry: ZipInputFile = {filename, size: bytes.length, crc: crc32(bytes), compression: methods[method], mtime}
    zip.add(entry)
    // It only hands the bytes on, whatever kind of memory they lie in, which its types do not say.
    entry.ondata?.(null, method === 'stored' ? (bytes as Uint8Array<ArrayBuffer>) : deflateSync(bytes, {level}), true)
    if (size + bytes.length > mostBytes) throw tooLarge()
  }
  if (media.size + 2 > mostFiles) throw tooLarge()
  const names = Object.fromEntries([...media.keys()].map((name, index) => [index, name]))
  add('collection.anki2', collection, 'deflated')
  add('media', new TextEncoder().encode(JSON.stringify(names)), 'deflated')
  async function* rest(): AsyncGenerator<Uint8Array> {
    let index = 0
    for (const {bytes} of media.values()) {
      add(String(index++), bytes, 'stored')
      yield* made.splice(0)
    }
    zip.end()
    yield* made
  }
  return {bytes: Buffer.concat(made.splice(0)), rest: rest()}
}

function tooLarge(): CliError {
  return new CliError(
    'The deck would be larger than 4 GB or hold more than 65,533 pictures, which Anki does not read. Divide the guide.',
    1
  )
}
