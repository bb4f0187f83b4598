import {hash} from 'node:crypto'
import {expect, test} from 'vitest'
import {dataPicture} from '../../src/guide/data-picture.ts'
import {toGuide} from '../../src/pipeline/to-guide.ts'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#f00"/></svg>'

test.for<[string, string, string]>([
  ['base64', `data:image/png;base64,${png}`, 'image/png 70 .png'],
  ['base64 with escapes', `data:image/png;base64,${png.replaceAll('+', '%2B').replaceAll('=', '%3D')}`, 'image/png 70 .png'],
  ['text with escapes', `data:image/svg+xml,${encodeURIComponent(svg)}`, `image/svg+xml ${svg.length} .svg`],
  ['text as it is', `data:image/svg+xml;utf8,${svg}`, `image/svg+xml ${svg.length} .svg`],
  ['a type that lies', `data:text/html;base64,${png}`, 'image/png 70 .png'],
  ['no type', `data:;base64,${png}`, 'image/png 70 .png']
])('dataPicture() takes the bytes of an address in %s', ([, url, expected]) => {
  const found = dataPicture(url)
  if (!('bytes' in found)) throw new Error(found.reason)
  expect(`${found.mime} ${found.bytes.length} ${found.extension}`).toBe(expected)
  expect(found.sha256).toBe(hash('sha256', found.bytes))
})

test('dataPicture() says what is no picture, or too large to stand in a text', () => {
  const [page, nothing, large] = ['data:image/png,<html><script>alert(1)</script></html>', 'data:', `data:,${'x'.repeat(9 * 1024 * 1024)}`]
  expect([page, nothing, large].map((url) => dataPicture(url))).toEqual([
    {
      ruleId: 'broken-image',
      reason: 'Unexpected content of image `data:image/png,<html><script>alert(1)</s...`, expected PNG, JPEG, WebP, GIF, SVG or sound'
    },
    {ruleId: 'broken-image', reason: 'Unexpected content of image `data:`, expected PNG, JPEG, WebP, GIF, SVG or sound'},
    {
      ruleId: 'large-image',
      reason: 'Unexpected image `data:,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...` of 10 MB in the text, expected at most 8 MB'
    }
  ])
})

test('a picture in the text is no picture on another machine', async () => {
  const {guide, file} = await toGuide(`# Notes\n\n## What is red?\n\n**Answer:** ![Red](data:image/png;base64,${png})\n`, {dateSeconds: 0})
  expect(file.messages.map(String)).toEqual([])
  expect([...(guide?.media.values() ?? [])].map(({mime}) => mime)).toEqual(['image/png'])
})
