import {hash} from 'node:crypto'
import type {Media} from '../guide/guide.ts'

/** A drawing as a picture of a guide. */
export function svgMedia(svg: string): Media {
  const bytes = Buffer.from(svg, 'utf8')
  return {bytes, mime: 'image/svg+xml', sha256: hash('sha256', bytes), extension: '.svg'}
}
