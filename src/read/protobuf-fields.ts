/** A field of a message: a number, or bytes that may be text or a message of their own. */
export interface ProtobufField {
  readonly number: number
  readonly value: number | Uint8Array
}

/**
 * The fields of a Protocol Buffers message in order, without a schema (encoding: protobuf.dev, "Encoding"). Fixed-width numbers are left out.
 *
 * @throws RangeError for bytes that end in the middle of a field, or of a kind that is no longer in use.
 */
export function protobufFields(bytes: Uint8Array): ProtobufField[] {
  const fields: ProtobufField[] = []
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('Expected a whole message but found its beginning')
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const key = varint()
    const [number, wireType] = [Math.floor(key / 8), key % 8]
    if (wireType === 0) fields.push({number, value: varint()})
    else if (wireType === 2) {
      const end = varint() + at
      if (end > bytes.length) throw new RangeError('Expected a whole message but found its beginning')
      fields.push({number, value: bytes.subarray(at, end)})
      at = end
    } else if (wireType === 1 || wireType === 5) at += wireType === 1 ? 8 : 4
    else throw new RangeError(`Expected a field of a message but found wire type ${wireType}`)
  }
  return fields
}

/** The first field of a number that holds bytes, as text; empty where there is none. */
export function protobufText(fields: readonly ProtobufField[], number: number): string {
  const value = fields.find((field) => field.number === number && typeof field.value !== 'number')?.value
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : ''
}
