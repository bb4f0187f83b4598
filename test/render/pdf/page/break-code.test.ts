import * as fc from 'fast-check'
import type {ElementContent} from 'hast'
import {expect, test} from 'vitest'
import {breakCode} from '../../../../src/render/pdf/page/break-code.ts'

/** `|` stands for a place to break, brackets for what stays whole. */
function shown(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : 'tagName' in node && node.tagName === 'wbr' ? '|' : `[${textOf([node])}]`))
    .join('')
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : 'children' in node ? textOf(node.children) : '')).join('')
}

test('breakCode() lets long words break after their signs, and leaves no sign or two alone', () => {
  expect(shown(breakCode('org.apache.kafka.clients.consumer.KafkaConsumer', 90))).toBe(
    'org.|apache.|kafka.|clients.|consumer.|KafkaConsumer'
  )
  expect(shown(breakCode('/a/usr/share/doc/postgresql-common/x', 90))).toBe('[/a/]|[usr/]|[share/]|[doc/]|[postgresql-]|[common/x]')
})

test('breakCode() keeps short words whole, those with hyphens and slashes too, and breaks at spaces', () => {
  expect(shown(breakCode('min.insync.replicas', 90))).toBe('min.insync.replicas')
  expect(shown(breakCode('ls -la and/or', 90))).toBe('ls [-la] [and/or]')
  expect(shown(breakCode('read-committed', 20))).toBe('[read-]|committed')
})

test('breakCode() loses nothing', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 1, max: 100}), (text, columns) => {
      expect(textOf(breakCode(text, columns))).toBe(text)
    })
  )
})
