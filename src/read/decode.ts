/** Text of a file, or why it has none. */
export type Decoded =
  | {readonly text: string}
  | {readonly ruleId: string; readonly reason: string; readonly note: string; readonly line: number}

/** UTF-8 with or without byte order mark, UTF-16 with one. Line ends stay as they are: places count in the author's file. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  if (utf16) return {text: new TextDecoder(utf16).decode(bytes)}
  if (bytes.subarray(0, 8192).includes(0)) {
    return {
      ruleId: 'binary-file',
      reason: 'Unexpected binary data, expected Markdown text',
      note: 'Name the text file itself, or save it as UTF-8.',
      line: 1
    }
  }
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)}
  } catch {
    return {
      ruleId: 'invalid-utf8',
      reason: 'Unexpected bytes that are not UTF-8, expected text in UTF-8 or UTF-16',
      note: 'Save the file as UTF-8, or convert it: `iconv -f WINDOWS-1252 -t UTF-8 notes.md`',
      line: firstBadLine(bytes)
    }
  }
}

/** Line, from 1, of the first byte that is not UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const bad = lenient.indexOf('\ufffd')
  return lenient.slice(0, bad).split(/\r\n|\r|\n/).length
}
