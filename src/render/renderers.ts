import type {Renderer} from './renderer.ts'

/** Every renderer, loaded when it is wanted: a CSV does not pay for a browser. Order of the summary. */
export const renderers: Readonly<Record<Renderer['id'], () => Promise<Renderer>>> = {
  pdf: async () => (await import('./pdf/pdf.ts')).pdf,
  anki: async () => (await import('./anki/anki.ts')).anki,
  csv: async () => (await import('./csv.ts')).csv
}
