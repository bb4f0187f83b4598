import {expect, test} from 'vitest'
import {isLocalCss} from '../../../src/render/html/is-local-css.ts'
import {sanitiseSvg} from '../../../src/render/html/sanitise-svg.ts'

const head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="10" viewBox="0 0 20 10"'

/** The inside of a picture, and what it lost. */
async function inside(content: string, attributes = ''): Promise<readonly [svg: string | undefined, lost: readonly string[] | undefined]> {
  const safe = await sanitiseSvg(`<svg viewBox="0 0 20 10"${attributes}>${content}</svg>`)
  return [safe?.svg.replace(head, '').replace(/^ \/>$|^>|<\/svg>$/g, ''), safe?.lost]
}

test.for<[string, string, readonly string[]]>([
  ['<path d="M0 0L1.23456 2"/>', '<path d="M0 0L1.234 2" />', []],
  ['<rect x=1 y=2 width=3 height=4 fill="url(#g)" data-x="1">', '<rect x="1" y="2" width="3" height="4" fill="url(#g)" data-x="1" />', []],
  ['<text font-size="3">3.14159 &amp; &lt;b></text>', '<text font-size="3">3.14159 &#x26; &#x3C;b></text>', []],
  ['<g id="a"><circle r="1"/></g><use xlink:href="#a"/>', '<g id="a"><circle r="1" /></g><use xlink:href="#a" />', []],
  ['<style>.a{fill:#f00;mask:url(#m)}</style>', '<style>.a{fill:#f00;mask:url(#m)}</style>', []],
  ['<a href="javascript:x"><text>y</text></a>', '<g><text>y</text></g>', []],
  ['<metadata><x>y</x></metadata><sodipodi:namedview/>', '', []],
  ['<script>x</script><g onclick="x" onload=y>z</g>', '<g>z</g>', ['onclick', 'onload', 'script']],
  ['<foreignObject><iframe src=x></iframe></foreignObject>', '', ['foreignObject']],
  ['<switch><foreignObject><b>x</b></foreignObject><text>x</text></switch>', '<switch><text>x</text></switch>', []],
  ['<use href="http://x/y.svg#a"/><use href="y.svg#a"/>', '<use /><use />', ['href']],
  ['<image href="http://x/y.png"/><image href="data:image/svg+xml,x"/>', '<image /><image />', ['href']],
  ['<image href="data:image/png;base64,AAAA"/>', '<image href="data:image/png;base64,AAAA" />', []],
  ['<rect fill="url(http://x/y)" style="fill:url(x.svg#a)"/>', '<rect />', ['fill', 'style']],
  ['<style>@import "x.css";</style><style>a{b:u\\72l(x)}</style>', '', ['style']],
  ['<animate attributeName="href" values="javascript:x"/><set/>', '', ['animate', 'set']],
  ['<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>', '<g id="a" /><g id="b" />', ['use']]
])('of %s a picture keeps what only draws', async ([content, kept, lost]) => {
  expect(await inside(content)).toEqual([kept, lost])
})

test('sanitiseSvg() gives a picture its size: from attributes, else from the box, else what browsers take', async () => {
  const sizeOf = async (attributes: string) => {
    const safe = await sanitiseSvg(`<svg ${attributes}></svg>`)
    return [safe?.widthPx, safe?.heightPx]
  }
  expect(await sizeOf('width="10mm" viewBox="0 0 2 1"')).toEqual([37.795, 18.898])
  expect(await sizeOf('height="50" viewBox="0 0 2 1"')).toEqual([100, 50])
  expect(await sizeOf('width="100%" height="100%" viewBox="0,0,30,40"')).toEqual([30, 40])
  expect(await sizeOf('')).toEqual([300, 150])
})

test('sanitiseSvg() describes a picture by its title, its label, else its words', async () => {
  const descriptionOf = async (svg: string) => (await sanitiseSvg(svg))?.description
  expect(await descriptionOf('<svg aria-label="l"><title>a  title</title><text>w</text></svg>')).toBe('a title')
  expect(await descriptionOf('<svg aria-label="a label"><text>w</text></svg>')).toBe('a label')
  expect(await descriptionOf('<svg><text>one</text><g><text>two</text></g></svg>')).toBe('one two')
})

test('sanitiseSvg() gives nothing where no picture is, and survives one without a bottom', async () => {
  expect(await sanitiseSvg('<p>text</p>')).toBe(undefined)
  expect((await sanitiseSvg(`<svg>${'<g>'.repeat(300)}`))?.lost).toEqual(['g'])
  expect(await sanitiseSvg(`<svg>${'<g>'.repeat(30_000)}`)).toBe(undefined)
})

test('isLocalCss() knows addresses however they are written', () => {
  const foreign = [
    'url(x)',
    'url( "http://x" )',
    'URL(//x)',
    'image-set("x" 1x)',
    '@import url(#a)',
    'u\\72 l(x)',
    'src("x")',
    'url(/**/x)'
  ]
  expect(foreign.filter((css) => isLocalCss(`a{b:${css}}`))).toEqual([])
  expect(['url(#a)', "url('#a')", 'red', 'matrix(1,0)'].filter((css) => !isLocalCss(`a{b:${css}}`))).toEqual([])
})
