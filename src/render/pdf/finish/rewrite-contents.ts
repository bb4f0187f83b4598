import {promisify} from 'node:util'
import {inflate} from 'node:zlib'
import {packBytes} from '../file/pack-bytes.ts'
import {objectOf, type PdfFile} from '../file/pdf-file.ts'
import {readPages} from '../file/read-pages.ts'

/** What becomes of the operators of a page, one byte a character. @param page - Number of its object. */
export type Rewrite = (content: string, page: number) => string

const unpackBytes: (bytes: Uint8Array) => Promise<Buffer> = promisify(inflate)

/**
 * Rewrites what pages draw, in place, one rewrite after the other. Unpacking and packing is most of the work: each page goes through
 * it once and in another thread.
 */
export async function rewriteContents(file: PdfFile, rewrites: readonly Rewrite[]): Promise<void> {
  await Promise.all(readPages(file).map((page) => rewritePage(file, page, rewrites)))
}

async function rewritePage(file: PdfFile, page: number, rewrites: readonly Rewrite[]): Promise<void> {
  const number = Number(/\/Contents (\d+) 0 R/.exec(objectOf(file, page).body)?.[1])
  const {body, stream} = objectOf(file, number)
  if (!stream || !body.includes('/FlateDecode')) return
  const content = (await unpackBytes(stream)).toString('latin1')
  const rewritten = rewrites.reduce((text, rewrite) => rewrite(text, page), content)
  if (rewritten === content) return
  const packed = await packBytes(Buffer.from(rewritten, 'latin1'))
  file.objects.set(number, {body: body.replace(/\/Length \d+/, `/Length ${packed.length}`), stream: packed})
}
