import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Properties} from 'hast'
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference'
import {find, html} from 'property-information'

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?/g
const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][\da-z]*));/gi

/** Attributes as they stand in a tag, as hast properties (`class="a b"` is `className: ['a', 'b']`). Event handlers are left out. */
export function toProperties(attributes: string): Properties {
  const properties: Properties = {}
  for (const [, name = '', raw] of attributes.matchAll(attribute)) {
    const info = find(html, name.toLowerCase())
    if (/^on/i.test(name) || Object.hasOwn(properties, info.property) || info.property === '__proto__') continue
    const value = raw === undefined ? '' : decodeEntities(raw.replace(/^(["'])([\s\S]*)\1$/, '$2'))
    properties[info.property] = info.boolean ? true : info.spaceSeparated ? value.split(/\s+/).filter(Boolean) : value
  }
  return properties
}

/** Character references (`&amp;`, `&#39;`) as the characters they stand for; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return decodeNumericCharacterReference(hex, 16)
    if (decimal !== undefined) return decodeNumericCharacterReference(decimal, 10)
    return decodeNamedCharacterReference(name ?? '') || whole
  })
}
