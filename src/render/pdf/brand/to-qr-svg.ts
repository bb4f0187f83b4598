import {escapeHtml} from './escape-html.ts'

/** White around the code that readers need, in modules (ISO/IEC 18004, 9.1). */
const QUIET = 4
/** A module that a telephone reads off paper, and the smallest code that looks like one. */
const MODULE_MM = 0.45
const LEAST_MM = 16

/** A QR code as an element. */
export interface QrCode {
  readonly svg: string
  readonly widthMm: number
  /** White around it that is part of its width. */
  readonly quietMm: number
}

/** An address as a QR code in lines, the quiet zone included; said aloud by its address. */
export async function toQrSvg(url: string): Promise<string> {
  return (await toQrCode(url)).svg
}

/** The same with its width. */
export async function toQrCode(url: string): Promise<QrCode> {
  const {generate} = await import('lean-qr')
  const code = generate(url)
  const size = code.size + 2 * QUIET
  const mm = Math.max(LEAST_MM, Math.ceil(size * MODULE_MM))
  const rows = Array.from({length: code.size}, (_, y) =>
    rowOf(
      Array.from({length: code.size}, (__, x) => Boolean(code.get(x, y))),
      y
    )
  )
  const svg = `<svg class="qr" role="img" aria-label="QR: ${escapeHtml(url)}" viewBox="${-QUIET} ${-QUIET} ${size} ${size}" width="${mm}mm" height="${mm}mm"><path d="${rows.join('')}"/></svg>`
  return {svg, widthMm: mm, quietMm: (QUIET * mm) / size}
}

/** Dark modules side by side as one box. */
function rowOf(modules: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < modules.length; x++) {
    if (!modules[x]) continue
    const end = modules.indexOf(false, x)
    const width = (end === -1 ? modules.length : end) - x
    path += `M${x} ${y}h${width}v1h-${width}z`
    x += width
  }
  return path
}
