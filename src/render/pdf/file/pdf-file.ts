/** An object of a PDF file: its text (a dictionary, an array, ...) as Latin-1, and the bytes of its stream as they lie in the file. */
export interface PdfObject {
  body: string
  readonly stream?: Uint8Array
}

/**
 * A PDF file in parts: objects by number, all of generation 0.
 *
 * Chromium writes a plain subset of PDF (one cross-reference table, no object streams, direct lengths, no comments), so its files
 * can be changed as text, object by object; a library that models every value needs twice the time of the print itself.
 */
export interface PdfFile {
  readonly objects: Map<number, PdfObject>
  readonly root: number
  readonly info: number
}

/** The object of that number. @throws RangeError when there is none. */
export function objectOf(file: PdfFile, number: number): PdfObject {
  const object = file.objects.get(number)
  if (!object) throw new RangeError(`Expected object ${number} in the PDF file`)
  return object
}

/** Adds an object behind the last one and returns its number. */
export function addObject(file: PdfFile, object: PdfObject): number {
  // Numbers are dense (readPdf sees to it), so the size is the last number.
  const number = file.objects.size + 1
  file.objects.set(number, object)
  return number
}
