import {expect, test} from 'vitest'
import {fileRemarks, printJson, printLines} from '../../src/cli/print-lines.ts'
import type {BuiltFile} from '../../src/pipeline/render-formats.ts'
import type {PrintFinding, PrintReport} from '../../src/render/renderer.ts'
import {makeGuide} from '../support/make-guide.ts'

const [card] = makeGuide([{id: 'a', question: 'Q?', answer: 'A.'}]).cards

const split = (line: number, pages: number): PrintFinding => ({
  ruleId: 'split-card',
  severity: 'info',
  layout: 'guide',
  ...(card && {card}),
  place: {line, column: 1},
  actual: `question over ${pages} pages`,
  expected: 'one page',
  count: 1,
  weight: pages
})

const pdf = (print: Partial<PrintReport> = {}, file: Partial<BuiltFile> = {}): BuiltFile => ({
  path: '/out/k.guide.pdf',
  format: 'pdf',
  guideId: 'k',
  bytes: 123_456,
  count: 3,
  unit: 'page',
  extension: '.guide.pdf',
  remarks: ['A4'],
  print: {sheets: 2, copies: 1, sizePt: 10.5, smallestPt: 7, findings: [], ...print},
  ...file
})

test('fileRemarks() tells room, paper and type of a PDF, and adds nothing to other files', () => {
  expect(fileRemarks(pdf())).toEqual(['124 KB', '2 sheets A4', '10.5 pt'])
  expect(fileRemarks(pdf({copies: 12}, {bytes: 2_340_000}))).toEqual(['2.3 MB', '24 sheets A4 for 12 copies', '10.5 pt'])
  expect(fileRemarks(pdf({sheets: 0}, {remarks: ['A4', '6.75 pt in 3 columns']}))).toEqual([
    '124 KB',
    'A4, for the backs',
    '6.75 pt in 3 columns'
  ])
  const {print: _, ...deck} = pdf()
  expect(fileRemarks(deck)).toEqual(['A4'])
})

test('printLines() has one line a kind: the worst of all files, and how many there are', () => {
  const wrapped = {...split(9, 0), ruleId: 'wrapped-code', actual: 'line of code with 90 characters', count: 3}
  const told = {...split(1, 9), ruleId: 'overflow', severity: 'warning' as const}
  const files = [pdf({findings: [split(3, 2), wrapped, told]}), pdf({findings: [split(8, 4), split(3, 2)]}, {path: '/out/m.guide.pdf'})]
  expect(printLines(files)).toEqual([
    'split-card     made.md:8   question over 4 pages in the guide (1 of 2 in 2 PDFs)',
    'wrapped-code   made.md:9   line of code with 90 characters in the guide (1 of 3)'
  ])
})

test('printJson() counts each kind and names file and line of each finding', () => {
  const {print} = pdf({findings: [split(8, 4), split(3, 2)]})
  expect(print && printJson(print)).toMatchObject({
    sheets: 2,
    copies: 1,
    sizePt: 10.5,
    smallestPt: 7,
    counts: {'split-card': 2},
    findings: [
      {ruleId: 'split-card', path: 'made.md', line: 8, actual: 'question over 4 pages', expected: 'one page'},
      {ruleId: 'split-card', path: 'made.md', line: 3}
    ]
  })
})
