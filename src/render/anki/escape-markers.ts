/** Anki's own markers, searched for in the text of a field without regard to code or attributes: sounds, its voice and old LaTeX. */
const squareMarkers = /\[(?=(?:sound:|\/?latex\]|\/?\${1,2}\]|\/?anki:))/gi
/** Any field of a cloze note that shows one of these makes a card. */
const clozeMarkers = /\{(?=\{c\d)/gi

/** A field in which text that looks like a marker of Anki's stays text. */
export function escapeMarkers(html: string): string {
  return escapeSquareMarkers(html).replace(clozeMarkers, '&#123;')
}

/** The same for the field whose clozes are meant. */
export function escapeSquareMarkers(html: string): string {
  return html.replace(squareMarkers, '&#91;')
}
