import {expect, test} from 'vitest'
import yargs from 'yargs'
import {paperOptions, toPaperChoices} from '../../src/cli/paper-options.ts'

/** What the renderers get of the words behind the command, or what is said of them. */
async function choices(words: string): Promise<object | string> {
  const parser = paperOptions(yargs().option('layout', {default: ['cheatsheet']})).fail(false)
  try {
    return toPaperChoices(await parser.parse(words))
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

test('paper is A4 upright, printed once on both sides, when nothing is said', async () => {
  expect(await choices('')).toEqual({
    paper: 'A4',
    landscape: false,
    columns: undefined,
    marginMm: undefined,
    bindingMm: 0,
    holeMargin: false,
    recto: false,
    booklet: false,
    duplex: 'printer',
    tray: 'face-down',
    copies: 1
  })
})

const read = [
  ['--paper letter', {paper: 'Letter'}],
  ['--paper 200x250mm', {paper: {widthMm: 200, heightMm: 250}}],
  ['--paper 8x10in', {paper: {widthMm: 203.2, heightMm: 254}}],
  ['--paper 20cmx250', {paper: {widthMm: 200, heightMm: 250}}],
  ['--margin 15', {marginMm: {top: 15, right: 15, bottom: 15, left: 15}}],
  ['--margin 15mm,0.5in', {marginMm: {top: 15, right: 12.7, bottom: 15, left: 12.7}}],
  ['--margin 1cm,2cm,3cm,4cm', {marginMm: {top: 10, right: 20, bottom: 30, left: 40}}],
  ['--binding 8mm --copies 12', {bindingMm: 8, copies: 12}],
  ['--duplex manual --tray face-up', {duplex: 'manual', tray: 'face-up'}],
  ['--landscape --columns 4', {landscape: true, columns: 4}]
] as const
for (const [words, wanted] of read) test(`${words} is understood`, async () => expect(await choices(words)).toMatchObject(wanted))

const refused = [
  ['--paper 20x30mm', 'Unexpected `20x30mm` in --paper, expected A4, Letter, A5, Legal or a size from 50 to 1000 mm such as 200x250mm'],
  ['--paper B5', 'Unexpected `B5` in --paper, expected A4, Letter, A5, Legal or a size from 50 to 1000 mm such as 200x250mm'],
  ['--margin 3', 'Unexpected `3` in --margin, expected one, two or four lengths from 5 to 60 mm such as 15mm,20mm'],
  ['--margin 10,10,10', 'Unexpected `10,10,10` in --margin, expected one, two or four lengths from 5 to 60 mm such as 15mm,20mm'],
  ['--margin 60 --paper A5', 'Unexpected margins that leave 28 mm for text, expected at least 30'],
  ['--binding much', 'Unexpected `much` in --binding, expected a length from 0 to 60 mm such as 8mm'],
  ['--columns 5', 'Unexpected `5` in --columns, expected a number from 1 to 4'],
  ['--copies 0', 'Unexpected `0` in --copies, expected a number from 1 to 999'],
  ['--landscape --layout guide', 'Unexpected --landscape without a layout of columns, expected cheatsheet'],
  ['--landscape --booklet', 'Unexpected --landscape with --booklet, expected one of them']
] as const
for (const [words, wanted] of refused) test(`${words} is refused in plain words`, async () => expect(await choices(words)).toBe(wanted))
