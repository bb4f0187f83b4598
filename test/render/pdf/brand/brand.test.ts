import {generate} from 'lean-qr'
import {expect, test} from 'vitest'
import {shortAddress} from '../../../../src/render/pdf/brand/short-address.ts'
import {toBrand} from '../../../../src/render/pdf/brand/to-brand.ts'
import {toQrSvg} from '../../../../src/render/pdf/brand/to-qr-svg.ts'
import {toSectionCodes} from '../../../../src/render/pdf/brand/to-section-codes.ts'
import {makeGuide} from '../../../support/make-guide.ts'

const url = 'https://www.example.com/a?b=1&c="<x>'

test('toQrSvg() draws every dark module once and no light one, with four modules of white around', async () => {
  const svg = await toQrSvg(url)
  const {size, get} = generate(url)
  const dark = new Map<string, number>()
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let at = 0; at < Number(width); at++) dark.set(`${Number(x) + at} ${y}`, (dark.get(`${Number(x) + at} ${y}`) ?? 0) + 1)
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) expect(dark.get(`${x} ${y}`) ?? 0).toBe(get(x, y) ? 1 : 0)
  expect(svg).toContain(`viewBox="-4 -4 ${size + 8} ${size + 8}"`)
  expect(svg).toContain('aria-label="QR: https://www.example.com/a?b=1&amp;c=&quot;&lt;x>"')
})

test('toBrand() has what is asked for and is empty without', async () => {
  expect(await toBrand({})).toBe('')
  const logo = {bytes: Buffer.from('x'), mime: 'image/png', name: 'a "b"'}
  expect(await toBrand({logo})).toBe(
    '<div class="brand"><span><img class="logo" alt="a &quot;b&quot;" src="data:image/png;base64,eA=="></span> <span></span></div>'
  )
  expect(await toBrand({qr: url})).toContain(
    '<a href="https://www.example.com/a?b=1&amp;c=&quot;&lt;x>">example.com/a?b=1&amp;c=&quot;&lt;x></a> <svg'
  )
})

test('toSectionCodes() has code and link for each address once', async () => {
  const {cards} = makeGuide([1, 2, 3].map((n) => ({id: `${n}`, question: `${n}?`})))
  const [a, b, c] = cards.map((card, index) => ({...card, ...(index < 2 && {sectionAddresses: ['', url]})}))
  const codes = await toSectionCodes([a, b, c].filter((card) => card !== undefined))
  expect([...codes.keys()]).toEqual([url])
  expect(codes.get(url)).toContain(await toQrSvg(url))
  expect(codes.get(url)).toMatch(/<a href="https:\/\/www\.example\.com\/a\?b=1&amp;c=&quot;&lt;x>" style="[^"]*">example\.com\/<wbr>a/)
})

test('shortAddress() leaves out what nobody says, and the middle of what is long', () => {
  expect(shortAddress('https://www.example.com/')).toBe('example.com')
  const short = shortAddress(`http://example.com/${'x'.repeat(60)}/end`)
  expect(short).toHaveLength(48)
  expect(short).toMatch(/^example\.com\/x+…x+\/end$/)
})
