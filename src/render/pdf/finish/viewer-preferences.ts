import type {RenderOptions} from '../../renderer.ts'
import type {Layout} from '../layouts.ts'
import type {Direction} from '../page/direction.ts'
import type {ViewerPreferences} from './set-metadata.ts'

/** Presets of the print dialog: paper by the size of the page, sheets turned over the edge at the back of the book. */
export function viewerPreferences(layout: Layout, options: RenderOptions, dir: Direction = 'ltr'): ViewerPreferences {
  const {copies = 1, duplex = 'printer'} = options
  // A sheet of cards without backs is none; one that is folded needs none.
  const isDuplex = duplex !== 'manual' && (layout.cards ? options.flip !== 'fold' : duplex !== 'off')
  return [
    '/PickTrayByPDFSize true',
    `/Duplex /${isDuplex ? `DuplexFlip${turnsOverShortEdge(layout, options) ? 'Short' : 'Long'}Edge` : 'Simplex'}`,
    ...(dir === 'rtl' ? ['/Direction /R2L'] : []), // Two pages side by side lie as in the book.
    ...(copies > 1 ? [`/NumCopies ${copies}`] : [])
  ]
}

function turnsOverShortEdge({cards, landscape}: Layout, options: RenderOptions): boolean {
  if (cards) return options.flip === 'short'
  return Boolean(options.booklet || (landscape && options.landscape))
}
