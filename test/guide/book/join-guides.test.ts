import {expect, test} from 'vitest'
import {joinGuides} from '../../../src/guide/book/join-guides.ts'
import type {Media} from '../../../src/guide/guide.ts'
import {makeGuide} from '../../support/make-guide.ts'

function media(sha256: string): Media {
  return {bytes: Buffer.from(sha256), mime: 'image/png', sha256, extension: '.png'}
}

const one = makeGuide([{id: 'a', question: 'One?', answer: '![x](i.png) ![y](gone.png) ![z](https://e.x/z.png)', section: ['Basics']}], {
  ...{id: 'one', title: 'One', outputName: 'one', author: 'Ada', tags: ['x'], dateSeconds: 100},
  media: new Map([['i.png', media('1')]])
})
const two = makeGuide([{id: 'a', question: 'Two?', answer: '![x](i.png) ![y](gone.png) ![z](https://e.x/z.png)'}], {
  ...{id: 'two', title: 'Two', outputName: 'deep/two', author: 'Ada', tags: ['x', 'y'], dateSeconds: 200},
  media: new Map([
    ['i.png', media('2')],
    ['gone.png', media('3')]
  ])
})

function pictures(answer: unknown): readonly string[] {
  return [...JSON.stringify(answer).matchAll(/"url":"([^"]*)"/g)].map(([, url = '']) => url)
}

test('a book numbers its cards through, makes titles its outermost sections, and keeps ids', () => {
  const book = joinGuides([one, two], {title: 'Both', outputName: 'notes'})
  expect(book).toMatchObject({title: 'Both', outputName: 'notes', author: 'Ada', tags: ['x', 'y'], dateSeconds: 200})
  expect(book.cards.map(({number, id, guideId, section}) => [number, id, guideId, section])).toEqual([
    [1, 'a', 'one', ['One', 'Basics']],
    [2, 'a', 'two', ['Two']]
  ])
})

test('pictures of the same address stay those of their file; one that is missing in a file stays missing', () => {
  const {cards, media: all} = joinGuides([one, two], {title: 'Both', outputName: 'notes'})
  const shown = cards.map(({answer}) => pictures(answer).map((url) => all.get(url)?.sha256 ?? url))
  expect(shown).toEqual([
    ['1', 'chapter-1/gone.png', 'https://e.x/z.png'],
    ['2', '3', 'https://e.x/z.png']
  ])
})

test('chapters with one title are told apart', () => {
  const book = joinGuides([one, {...two, title: 'One'}], {title: 'Both', outputName: 'notes'})
  expect(book.cards.map(({section}) => section[0])).toEqual(['One (one)', 'One (deep/two)'])
})

test('the address of a file stands at its chapter, those of its sections below', () => {
  const addressed = {
    ...one,
    qr: 'https://example.com/one',
    cards: one.cards.map((card) => ({...card, sectionAddresses: ['https://example.com/s']}))
  }
  const book = joinGuides([addressed, two], {title: 'Both', outputName: 'notes'})
  expect([book.qr, ...book.cards.map(({sectionAddresses}) => sectionAddresses)]).toEqual([
    undefined,
    ['https://example.com/one', 'https://example.com/s'],
    undefined
  ])
})
