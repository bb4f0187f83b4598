// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const controls = /[\0-\x08\x0b-\x1f\x7f]/g

/** A field as Anki itself would clean it on import: composed letters, no control characters. One of them parts the fields of a note. */
export function cleanField(html: string): string {
  return html.normalize('NFC').replace(controls, '')
}
