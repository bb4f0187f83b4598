import {expect, test} from 'vitest'
import {csv} from '../../../src/render/csv.ts'
import type {CsvFormat} from '../../../src/render/renderer.ts'
import {makeGuide} from '../../support/make-guide.ts'
import {renderContext} from '../../support/render-context.ts'

const guide = makeGuide([
  {id: 'a', question: '# "Why?"', answer: 'x'},
  {id: 'b', kind: 'cloze', question: '{{c1::b}}'},
  {id: 'c', kind: 'unanswered', question: 'c'}
])

test.each<[CsvFormat, readonly string[]]>([
  ['sheet', ['.csv 3']],
  ['anki', ['.anki.csv 2']],
  ['both', ['.csv 3', '.anki.csv 2']]
])('csv() writes %s', async (csvFormat, files) => {
  const outputs = await csv.render(guide, renderContext({csvFormat}))
  expect(outputs.map(({extension, count}) => `${extension} ${count}`)).toEqual(files)
})

test('csv() tells Anki how to read the file, quotes every cell and fills rows up to one length', async () => {
  const [output] = await csv.render(guide, renderContext({csvFormat: 'anki'}))
  const [separator, html, guid, notetype, deck, tags, ...rows] = new TextDecoder().decode(output?.bytes).trimEnd().split('\n')
  expect([separator, html, guid, notetype, deck, tags]).toEqual([
    '#separator:Comma',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:4'
  ])
  const cells = rows.map((row) => row.match(/"(?:[^"]|"")*"/g) ?? [])
  expect(cells.map((row, index) => [row.length, row.join(',') === rows[index]])).toEqual([
    [15, true],
    [15, true]
  ])
  expect(cells.map((row) => row.slice(1, 6).join(' '))).toEqual([
    '"Cardpress Q&A" "Made" "cardpress::made" "<h1>""Why?""</h1>" "x"',
    '"Cardpress Cloze" "Made" "cardpress::made" "{{c1::b}}" ""'
  ])
})
