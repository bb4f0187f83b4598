import {inflateSync} from 'node:zlib'
import {packBytes} from '../file/pack-bytes.ts'
import {objectOf, type PdfFile} from '../file/pdf-file.ts'
import {readPages} from '../file/read-pages.ts'

const PATH_START = / (?:m|re)$/
const PAINTED = /^(?:f\*?|F|[sS]|[bB]\*?)$/
const CLIPPED = /(?:^| )n$/
const DRAWN = / (?:Do|sh)$/
/** Something painted outside of marked content; tells pages that need no change at little cost. */
const UNMARKED = /(?:^|\n)(?:f\*?|F|[sS]|[bB]\*?|ET|\S+ (?:Do|sh))(?:\n|$)/

/**
 * Marks what Chromium paints without a tag (borders and backgrounds of spans, generated boxes) as artifacts, so that all content
 * of a page is either text that is read or decoration that is not (PDF/UA-1, 7.1-3). Knows Chromium's way of writing: an operator
 * a line, marked content around whole text objects.
 */
export async function markArtifacts(file: PdfFile): Promise<void> {
  await Promise.all(readPages(file).map((page) => markPage(file, page)))
}

async function markPage(file: PdfFile, page: number): Promise<void> {
  const number = Number(/\/Contents (\d+) 0 R/.exec(objectOf(file, page).body)?.[1])
  const {body, stream} = objectOf(file, number)
  if (!stream || !body.includes('/FlateDecode')) return
  const content = inflateSync(stream).toString('latin1')
  if (!UNMARKED.test(content.replace(/BDC\n[\s\S]*?\nEMC/g, ''))) return
  const marked = await packBytes(Buffer.from(wrapUnmarked(content.split('\n')).join('\n'), 'latin1'))
  file.objects.set(number, {body: body.replace(/\/Length \d+/, `/Length ${marked.length}`), stream: marked})
}

function wrapUnmarked(lines: readonly string[]): readonly string[] {
  const out: string[] = []
  let depth = 0
  /** Where in `out` a path or text object began that no mark surrounds. */
  let begun: number | undefined
  const wrap = (from: number) => {
    out.splice(from, 0, '/Artifact BMC')
    out.push('EMC')
  }
  for (const line of lines) {
    if (depth === 0 && begun === undefined && (PATH_START.test(line) || line === 'BT' || DRAWN.test(line))) begun = out.length
    out.push(line)
    if (/B(?:DC|MC)$/.test(line)) depth++
    else if (line === 'EMC') depth--
    else if (begun !== undefined && (PAINTED.test(line) || DRAWN.test(line) || line === 'ET')) {
      wrap(begun)
      begun = undefined
    } else if (CLIPPED.test(line)) begun = undefined
  }
  return out
}
