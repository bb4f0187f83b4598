import {expect, test} from 'vitest'
import {notetypesOf} from '../../../src/render/anki/notetypes-of.ts'
import {themeFiles} from '../../../src/render/anki/theme-files.ts'
import {pairOf, themeIds} from '../../../src/render/anki/theme-ids.ts'
import {packThemeMedia, unpackThemeMedia} from '../../../src/render/anki/theme-media.ts'

test('ids of a theme are frozen: without a lock they are made again', () => {
  expect(themeIds('look', 'kafka')).toEqual({standard: 1607340970000, cloze: 1607340971000})
})

test('either id of a pair tells the other', () => {
  const pair = themeIds('look', 'kafka')
  expect([pairOf(pair.standard), pairOf(pair.cloze)]).toEqual([pair, pair])
  expect([pairOf(1_731_204_518_371), pairOf(1_731_204_527_846)]).toEqual([
    {standard: 1_731_204_518_371, cloze: 1_731_204_527_846},
    {standard: 1_731_204_518_371, cloze: 1_731_204_527_846}
  ])
})

test('the notetypes of a theme differ from the stock ones in ids, names and time and in nothing else', () => {
  const stock = notetypesOf(undefined)
  const own = notetypesOf({standard: 1477163196000, cloze: 1477163197000, modSeconds: 7})
  expect(own).toEqual({
    standard: {...stock.standard, id: 1477163196000, name: 'Cardpress Q&A c7qd7i', modSeconds: 7},
    cloze: {...stock.cloze, id: 1477163197000, name: 'Cardpress Cloze c7qd7i', modSeconds: 7}
  })
})

test('themeFiles() refuses a file that no card would ever show', () => {
  const templates = (path: string) => ({folder: 'mine', files: new Map([[path, 'x']]), css: ''})
  expect(themeFiles(templates('guide/page.html'))).toBe(undefined)
  expect(() => themeFiles(templates('anki/qa/frnt.html'))).toThrow('mine/anki/qa/frnt.html Unexpected file, expected `qa/front.html`')
  expect(themeFiles(templates('anki/card.css'))).toEqual({path: 'mine/anki', files: new Map([['card.css', 'x']])})
})

test('packThemeMedia() lays files of a theme beside the cards, and unpackThemeMedia() gives the same look again', () => {
  const look = {
    css: 'a { src: url("data:font/woff2;base64,Rg==") } b { background: url(data:image/svg+xml,<svg/>) } c { src: url(data:x/y;base64,Rg==) }',
    tmpls: [{qfmt: '<img src="data:image/png;base64,UA==">', afmt: '<img src="data:image/png;base64,UA=">{{Answer}}'}]
  }
  const packed = packThemeMedia(look)
  expect(packed.look).toEqual({
    css: 'a { src: url("_cp-f67ab10ad4e4c531.woff2") } b { background: url(data:image/svg+xml,<svg/>) } c { src: url(data:x/y;base64,Rg==) }',
    tmpls: [{qfmt: '<img src="_cp-5c62e091b8c0565f.png">', afmt: look.tmpls[0]?.afmt}]
  })
  expect([...packed.media].map(([name, {bytes}]) => [name, String(bytes)])).toEqual([
    ['_cp-f67ab10ad4e4c531.woff2', 'F'],
    ['_cp-5c62e091b8c0565f.png', 'P']
  ])
  expect(unpackThemeMedia(packed.look, (name) => packed.media.get(name)?.bytes)).toEqual(look)
})
