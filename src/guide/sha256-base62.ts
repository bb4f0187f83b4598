import {hash} from 'node:crypto'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const sha256Digits = 43 // 62 ** 43 > 2 ** 256
/** As many digits as fit a number: a division of 256 bits for each digit would take five times as long. */
const groupDigits = 8
const group = BigInt(digits.length ** groupDigits)

/** SHA-256 of UTF-8 text as a base62 number, most significant digit first, 43 digits. Base62 needs no quoting in CSV, URLs or Anki searches. */
export function sha256Base62(text: string): string {
  let rest = BigInt(`0x${hash('sha256', text, 'hex')}`)
  let out = ''
  while (out.length < sha256Digits) {
    let part = Number(rest % group)
    rest /= group
    for (let count = 0; count < groupDigits; count++) {
      out = digits.charAt(part % digits.length) + out
      part = Math.floor(part / digits.length)
    }
  }
  return out.slice(-sha256Digits)
}
