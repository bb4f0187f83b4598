/** A text as a PDF string, in the encoding that every reader knows: ASCII as it is, all else UTF-16 with its mark. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  const units = Array.from({length: text.length}, (_, index) => text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0'))
  return `<FEFF${units.join('')}>`
}

/** A moment as a PDF date in UTC. @param seconds - Since 1970. */
export function pdfDate(seconds: number): string {
  return `(D:${new Date(seconds * 1000).toISOString().slice(0, 19).replace(/\D/g, '')}Z)`
}
