import {createHash} from 'node:crypto'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // No I, L, O, U: they are misread on paper.
const shortest = 3

/** The id's SHA-256 in Crockford's base32, 51 digits; a label is the shortest unique beginning of 3 or more. */
function labelDigits(id: string): string {
  let rest = BigInt(`0x${createHash('sha256').update(id, 'utf8').digest('hex')}`) >> 1n
  let out = ''
  for (let count = 0; count < 51; count++) {
    out = crockford.charAt(Number(rest & 31n)) + out
    rest >>= 5n
  }
  return out
}

/** Labels in the order of `ids`. A label in `kept` (by id) stays, also for cards that are gone: paper with it may still be around. */
export function labelsFor(ids: readonly string[], kept: ReadonlyMap<string, string>): string[] {
  const taken = new Set(kept.values())
  return ids.map((id) => {
    const old = kept.get(id)
    if (old !== undefined) return old
    const digits = labelDigits(id)
    let length = shortest
    while (taken.has(digits.slice(0, length)) && length < digits.length) length++
    const label = digits.slice(0, length)
    taken.add(label)
    return label
  })
}
