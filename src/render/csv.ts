import type {CsvFormat, Renderer} from './renderer.ts'

const spreadsheet = async () => (await import('./csv/spreadsheet.ts')).spreadsheet
const ankiText = async () => (await import('./anki/anki-text.ts')).ankiText

const flavours: Readonly<Record<CsvFormat, readonly (() => Promise<Renderer>)[]>> = {
  sheet: [spreadsheet],
  anki: [ankiText],
  both: [spreadsheet, ankiText]
}

/** Text files, in the flavours asked for: one to read in a spreadsheet, one that Anki takes on top of the deck. */
export const csv: Renderer = {
  id: 'csv',
  async render(guide, context) {
    const renderers = await Promise.all(flavours[context.options.csvFormat].map((load) => load()))
    return (await Promise.all(renderers.map((renderer) => renderer.render(guide, context)))).flat()
  }
}
