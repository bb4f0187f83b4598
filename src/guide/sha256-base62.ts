import {createHash} from 'node:crypto'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const sha256Digits = 43 // 62 ** 43 > 2 ** 256

/** SHA-256 of UTF-8 text as a base62 number, most significant digit first, 43 digits. Base62 needs no quoting in CSV, URLs or Anki searches. */
export function sha256Base62(text: string): string {
  let rest = BigInt(`0x${createHash('sha256').update(text, 'utf8').digest('hex')}`)
  let out = ''
  for (let count = 0; count < sha256Digits; count++) {
    out = digits.charAt(Number(rest % 62n)) + out
    rest /= 62n
  }
  return out
}
