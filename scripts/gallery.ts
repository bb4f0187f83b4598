/*
 * node scripts/gallery.ts
 *
 * Prints the guides in source/ in every layout, and an Arabic one, and makes the pictures of docs/gallery.md from the pages. Needs poppler (pdftoppm).
 */
import {execFileSync} from 'node:child_process'
import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {crc32, deflateSync} from 'node:zlib'

/** Pages that show most of a layout, by the name of their picture. */
const pictures = {
  cheatsheet: ['data-engineering-toolkit', 'cheatsheet', 1],
  guide: ['data-engineering-toolkit', 'guide', 3],
  contents: ['data-engineering-toolkit', 'guide', 1],
  worksheet: ['data-engineering-toolkit', 'worksheet', 1],
  key: ['data-engineering-toolkit', 'key', 1],
  flashcards: ['data-engineering-toolkit', 'flashcards', 1],
  selftest: ['data-engineering-toolkit', 'selftest', 1],
  interviewer: ['data-engineering-toolkit', 'interviewer', 1],
  largeprint: ['data-engineering-toolkit', 'largeprint', 4],
  'arabic-guide': ['arabic', 'guide', 2],
  'arabic-selftest': ['arabic', 'selftest', 1]
} as const satisfies Readonly<Record<string, readonly [guide: string, layout: string, page: number]>>

const dotsPerInch = 90
/** Sixteen greys are enough for letters with soft edges, and half the size of 256. */
const bits = 4

const top = fileURLToPath(new URL('..', import.meta.url))
const work = await mkdtemp(join(tmpdir(), 'cardpress-gallery-'))
try {
  await cp(join(top, 'source'), work, {recursive: true})
  await cp(join(top, 'test/oracle/pdf/fixtures/arabic.md'), join(work, 'arabic.md'))
  const layouts = [...new Set(Object.values(pictures).map(([, layout]) => layout))].join(',')
  const env = {...process.env, SOURCE_DATE_EPOCH: '1767225600'}
  execFileSync(process.execPath, [join(top, 'src/cli/main.ts'), work, '--pdf', '--layout', layouts, '--out', join(work, 'out')], {env})
  for (const [name, [guide, layout, page]] of Object.entries(pictures)) {
    const path = join(work, 'out', `${guide}.${layout}.pdf`)
    const range = ['-f', `${page}`, '-l', `${page}`, '-singlefile']
    // Without a name for the output pdftoppm writes to standard output.
    const pixels = execFileSync('pdftoppm', ['-gray', '-r', `${dotsPerInch}`, ...range, path], {maxBuffer: 2 ** 26})
    await writeFile(join(top, 'docs/pictures', `${name}.png`), toPng(pixels))
  }
} finally {
  await rm(work, {recursive: true, force: true})
}

/** A portable graymap (P5, one byte a pixel) as PNG. @see https://www.w3.org/TR/png/ */
function toPng(graymap: Buffer): Buffer {
  const [head = '', width = '0', height = '0'] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(graymap.subarray(0, 64).toString('latin1')) ?? []
  const [columns, rows] = [Number(width), Number(height)]
  const stride = Math.ceil((columns * bits) / 8)
  const lines = Buffer.alloc(rows * (stride + 1)) // Each begins with its filter: none, which packs letters best.
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const grey = Math.round((graymap[head.length + row * columns + column] ?? 0) / 17)
      const at = row * (stride + 1) + 1 + (column >> 1)
      lines[at] = (lines[at] ?? 0) | (column % 2 === 0 ? grey << bits : grey)
    }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(columns, 0)
  size.writeUInt32BE(rows, 4)
  size.writeUInt8(bits, 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(lines, {level: 9})),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
