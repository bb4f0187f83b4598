/** A file in an archive. */
export interface TarFile {
  /** With `/`, never leaving the folder it is unpacked into. */
  readonly path: string
  readonly content: Uint8Array
}

const BLOCK = 512

/**
 * Files of a ustar archive, in order; folders, links and anything that would land outside are left out.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar interchange format)
 */
export function untar(archive: Uint8Array): readonly TarFile[] {
  const decoder = new TextDecoder()
  const field = (start: number, length: number) => decoder.decode(archive.subarray(start, start + length)).split('\0')[0] ?? ''
  const files: TarFile[] = []
  for (let offset = 0; offset + BLOCK <= archive.length; ) {
    const name = field(offset, 100)
    if (name === '') break
    const size = Number.parseInt(field(offset + 124, 12), 8)
    const type = field(offset + 156, 1)
    const path = name.replace(/^\.\//, '')
    const isFile = type === '0' || type === ''
    if (isFile && !path.startsWith('/') && !path.split('/').includes('..'))
      files.push({path, content: archive.subarray(offset + BLOCK, offset + BLOCK + size)})
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}
