import {expect, test} from 'vitest'
import {editionsOf} from '../../../../src/render/pdf/editions/editions-of.ts'
import {joinPages} from '../../../../src/render/pdf/editions/join-pages.ts'
import {toSheetFurniture} from '../../../../src/render/pdf/editions/to-parts.ts'
import type {Heading} from '../../../../src/render/pdf/page/headings-of.ts'
import {makeGuide} from '../../../support/make-guide.ts'
import {renderContext} from '../../../support/render-context.ts'

const guide = makeGuide(Array.from({length: 12}, (_, index) => ({id: `c${index}`, question: `Question ${index}?`})))
const worksheet = {name: 'worksheet', personal: true}

function editions(layout: {name: string; personal?: boolean}, options: Parameters<typeof renderContext>[0]): readonly string[] {
  return editionsOf(layout, guide, renderContext(options).options).map(
    ({suffix, handouts}) => `${suffix ?? '-'}: ${handouts.map(({version, person}) => `${version}/${person}`).join(' ')}`
  )
}

test('a file for each version; with names one for all or one for each, versions in turn; other layouts bear no names', () => {
  expect(editions(worksheet, {})).toEqual(['-: /'])
  expect(editions(worksheet, {versions: ['A', 'B']})).toEqual(['A: A/', 'B: B/'])
  const people = ['Ada', 'Grace', 'Ada']
  expect(editions(worksheet, {people})).toEqual(['names: /Ada /Grace /Ada'])
  expect(editions(worksheet, {versions: ['A', 'B'], people})).toEqual(['names: A/Ada B/Grace A/Ada'])
  expect(editions(worksheet, {people, split: true})).toEqual(['ada: /Ada', 'grace: /Grace', 'ada-2: /Ada'])
  expect(editions({name: 'key'}, {versions: ['A', 'B'], people, split: true})).toEqual(['A: A/', 'B: B/'])
})

test('people with the same version get the same guide; without versions it is the guide itself', () => {
  const [edition] = editionsOf(worksheet, guide, renderContext({versions: ['A', 'B'], people: ['x', 'y', 'z']}).options)
  expect(edition?.handouts[0]?.guide).toBe(edition?.handouts[2]?.guide)
  expect(edition?.handouts[0]?.guide).not.toBe(edition?.handouts[1]?.guide)
  expect(editionsOf(worksheet, guide, renderContext({people: ['x']}).options)[0]?.handouts[0]?.guide).toBe(guide)
})

test('joinPages() keeps one head and begins each body on a page of its own', () => {
  expect(joinPages(['<html><head>h</head><body class="x">one $& </body></html>', '<html><head>h</head><body>two</body></html>'])).toBe(
    '<html><head>h</head><body><div>one $& </div>\n<div style="break-before:page">two</div></body></html>'
  )
})

function heading(title: string, level: number, number: number): Heading {
  return {title, anchor: title, section: '', level, number, label: ''}
}

test('pages count from 1 for each person, whatever blank pages lie between', () => {
  const part = (person: string) => ({person, version: 'A', headings: [heading(person, 1, 0), heading('q1', 0, 1), heading('q2', 0, 2)]})
  // Three pages of print for Ada, a blank, two for Grace.
  const sheets = toSheetFurniture([part('Ada'), part('Grace')], [1, 1, 3, 4, 4, 5], [1, 2, 3, 5, 6])
  expect(sheets.map(({person, page, pages, firstNumber, lastNumber}) => [person, page, pages, firstNumber, lastNumber])).toEqual([
    ['Ada', 1, 3, 1, 1],
    ['Ada', 2, 3, 0, 0],
    ['Ada', 3, 3, 2, 2],
    ['Grace', 1, 2, 1, 1],
    ['Grace', 2, 2, 2, 2]
  ])
})
