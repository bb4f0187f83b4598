import type {PageSize, Paper, PaperName} from '../../renderer.ts'

const SIZES: Readonly<Record<PaperName, PageSize>> = {
  A4: {widthMm: 210, heightMm: 297},
  Letter: {widthMm: 215.9, heightMm: 279.4},
  A5: {widthMm: 148, heightMm: 210},
  Legal: {widthMm: 215.9, heightMm: 355.6}
}

/** Width and height of an upright sheet in millimetres. */
export function paperSize(paper: Paper): PageSize {
  return typeof paper === 'string' ? SIZES[paper] : paper
}

/** `A4`, `200 × 250 mm` */
export function paperText(paper: Paper): string {
  return typeof paper === 'string' ? paper : `${paper.widthMm} × ${paper.heightMm} mm`
}

/** The same sheet on its side. */
export function turned({widthMm, heightMm}: PageSize): PageSize {
  return {widthMm: heightMm, heightMm: widthMm}
}
