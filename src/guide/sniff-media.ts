interface MediaType {
  readonly mime: string
  readonly extension: string
}

/** Beginnings of files by type; a name can lie. */
const magic: readonly (MediaType & {readonly matches: (head: string) => boolean})[] = [
  {mime: 'image/png', extension: '.png', matches: (head) => head.startsWith('\x89PNG\r\n\x1a\n')},
  {mime: 'image/jpeg', extension: '.jpg', matches: (head) => head.startsWith('\xff\xd8\xff')},
  {mime: 'image/gif', extension: '.gif', matches: (head) => head.startsWith('GIF87a') || head.startsWith('GIF89a')},
  {mime: 'image/webp', extension: '.webp', matches: (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'},
  {mime: 'audio/mpeg', extension: '.mp3', matches: (head) => head.startsWith('ID3') || /^\xff[\xfb\xf3\xf2]/.test(head)},
  {mime: 'audio/ogg', extension: '.ogg', matches: (head) => head.startsWith('OggS')},
  {mime: 'audio/flac', extension: '.flac', matches: (head) => head.startsWith('fLaC')},
  {mime: 'audio/mp4', extension: '.m4a', matches: (head) => head.slice(4, 11) === 'ftypM4A'},
  {mime: 'audio/wav', extension: '.wav', matches: (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WAVE'},
  {
    mime: 'image/svg+xml',
    extension: '.svg',
    matches: (head) => /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i.test(head)
  }
]

/** Type by content, undefined for anything that is no picture or sound we know. */
export function sniffMedia(bytes: Uint8Array): MediaType | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const type = magic.find(({matches}) => matches(head))
  return type && {mime: type.mime, extension: type.extension}
}
